// Speed of simdjson's DOM: parse, then minify into one string. A line of each file is a document.
//
//     c++ -O3 simdjson.cpp -lsimdjson && ./a.out ROUNDS REPETITIONS FILE
//
// Prints megabytes of input per second, the median of the rounds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <simdjson.h>

int main(int count, char **arguments) {
    if (count != 4) return 2;
    const int rounds = std::atoi(arguments[1]), repetitions = std::atoi(arguments[2]);
    std::ifstream file(arguments[3]);
    std::vector<simdjson::padded_string> documents;
    size_t bytes = 0, written = 0;
    for (std::string line; std::getline(file, line);) {
        bytes += line.size();
        documents.emplace_back(line);
    }
    simdjson::dom::parser parser;
    std::vector<double> times;
    for (int round = 0; round <= rounds; round++) {
        const auto start = std::chrono::steady_clock::now();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            for (const auto &document : documents) {
                const simdjson::dom::element root = parser.parse(document);
                written += simdjson::minify(root).size();
            }
        }
        const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
        if (round > 0) times.push_back(time.count());  // the first finds everything cold
    }
    std::sort(times.begin(), times.end());
    std::printf("%.1f\n", double(bytes) * repetitions / 1e6 / times[times.size() / 2]);
    return written == 0;
}
