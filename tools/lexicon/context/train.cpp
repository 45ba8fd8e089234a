// Trains the context model. Usage: train IDS CONFUSION_START CONFUSION_OTHER VOCABULARY MILLIONS OUT
// IDS is uint16, the confusion table uint32 starts and uint16 ids; MILLIONS of characters are read. OUT gets the
// float32 weights in the order of utils/typos/context/weights.ts. The same input gives the same model on any number of cores.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>
#include "batch.h"

namespace {

constexpr int SHARDS = 2;
constexpr float DENSE_RATE = 0.002f, TABLE_RATE = 0.05f;
constexpr int WARM_UP = 300;

template <class T> std::vector<T> load(const char *path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) {
    std::fprintf(stderr, "%s cannot be read\n", path);
    std::exit(1);
  }
  std::vector<T> values(static_cast<size_t>(file.tellg()) / sizeof(T));
  file.seekg(0);
  file.read(reinterpret_cast<char *>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(T)));
  return values;
}

void save(const Model &model, const char *path) {
  std::ofstream out(path, std::ios::binary);
  const auto put = [&](const Floats &part) {
    out.write(reinterpret_cast<const char *>(part.data()), static_cast<std::streamsize>(part.size() * sizeof(float)));
  };
  put(model.embeddings.value);
  for (const Reader &reader : model.readers)
    for (const Layer *layer : {&reader.first, &reader.second}) {
      put(layer->weights.value);
      put(layer->bias.value);
    }
  for (const Dense *dense : {&model.join, &model.joinBias, &model.code, &model.codeBias}) put(dense->value);
  put(model.outputs.value);
  put(model.bias.value);
}

// Adds up what the shards ask for and lets the dense weights learn.
void learn(Model &model, std::vector<Batch> &shards, float rate, float tableRate, int step) {
  double count = 0;
  for (const Batch &shard : shards) count += shard.count;
  const float share = 1 / static_cast<float>(std::max(1.0, count));
  const auto update = [&](Dense &dense, const auto &gradientOf) {
    Floats &sum = gradientOf(shards[0]);
    for (size_t other = 1; other < shards.size(); other++) {
      const Floats &more = gradientOf(shards[other]);
      for (size_t i = 0; i < sum.size(); i++) sum[i] += more[i];
    }
    for (float &value : sum) value *= share;
    dense.update(sum, rate, step);
  };
  for (int side = 0; side < 2; side++)
    for (int depth = 0; depth < 2; depth++) {
      Layer &layer = depth == 0 ? model.readers[side].first : model.readers[side].second;
      update(layer.weights, [&](Batch &batch) -> Floats & { return batch.layers[side * 2 + depth].weights; });
      update(layer.bias, [&](Batch &batch) -> Floats & { return batch.layers[side * 2 + depth].bias; });
    }
  update(model.join, [](Batch &batch) -> Floats & { return batch.join; });
  update(model.joinBias, [](Batch &batch) -> Floats & { return batch.joinBias; });
  update(model.code, [](Batch &batch) -> Floats & { return batch.codeGradient; });
  update(model.codeBias, [](Batch &batch) -> Floats & { return batch.codeBias; });
  const auto updateTable = [&](Table &table, const auto &gradientOf) {
    TableGradient &sum = gradientOf(shards[0]);
    for (size_t other = 1; other < shards.size(); other++) {
      TableGradient &more = gradientOf(shards[other]);
      for (int id : more.rows) sum.add(id, more.row(id));
    }
    for (int id : sum.rows) table.update(id, sum.row(id), tableRate);
  };
  updateTable(model.embeddings, [](Batch &batch) -> TableGradient & { return batch.embeddings; });
  updateTable(model.outputs, [](Batch &batch) -> TableGradient & { return batch.outputs; });
  updateTable(model.bias, [](Batch &batch) -> TableGradient & { return batch.bias; });
}

}  // namespace

int main(int argc, char **argv) {
  if (argc != 7) return 2;
  const auto text = load<uint16_t>(argv[1]);
  Alternatives alternatives{load<uint32_t>(argv[2]), load<uint16_t>(argv[3]), {}};
  const int vocabulary = std::atoi(argv[4]);
  const int steps = static_cast<int>(std::atof(argv[5]) * 1e6 / (SHARDS * ROWS));
  for (int id = 0; id < vocabulary; id++)
    if (alternatives.count(id) > 0) alternatives.known.push_back(id);
  Model model(vocabulary);
  std::vector<Batch> shards;
  for (int shard = 0; shard < SHARDS; shard++) shards.emplace_back(model, shard + 1);
  const bool together = std::thread::hardware_concurrency() >= SHARDS;
  const auto began = std::chrono::steady_clock::now();
  double loss = 0, right = 0, count = 0;
  for (int step = 1; step <= steps; step++) {
    const auto run = [&](Batch &shard) {
      shard.clear();
      shard.draw(text, alternatives);
      shard.forward(model);
      shard.judge(model, alternatives);
      shard.backward(model);
    };
    std::vector<std::thread> threads;
    for (int shard = 1; shard < SHARDS; shard++) {
      if (together) threads.emplace_back(run, std::ref(shards[shard]));
      else run(shards[shard]);
    }
    run(shards[0]);
    for (auto &thread : threads) thread.join();
    for (const Batch &shard : shards) {
      loss += shard.loss;
      right += shard.right;
      count += shard.count;
    }
    const float left = 1 - static_cast<float>(step - 1) / static_cast<float>(steps);
    const float warm = std::min(1.0f, static_cast<float>(step) / WARM_UP);
    learn(model, shards, DENSE_RATE * warm * (0.01f + 0.99f * left), TABLE_RATE * warm * (0.1f + 0.9f * left), step);
    if (step % 500 == 0 || step == steps) {
      const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
      std::printf("%.0f s, %.1f M characters, loss %.4f, right %.4f\n", spent, step * (SHARDS * ROWS / 1e6), loss / count, right / count);
      std::fflush(stdout);
      loss = right = count = 0;
      if (step % 2000 == 0) save(model, argv[6]);
    }
  }
  save(model, argv[6]);
}
