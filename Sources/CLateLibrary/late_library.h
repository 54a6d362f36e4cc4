#pragma once

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

// Defines a function that loads a library at its first call, from any thread, and gives the table of
// the library's functions.
//
// The table is a struct of the function's own name: pointers to the functions, in the order of the
// names that follow, and then `bool is_whole`, which stays false where the library or one of them is
// missing.
#define TEAMSH_LATE_LIBRARY(door, library, ...)                                                 \
  static inline const struct door *door(void) {                                                 \
    static const char *const names[] = {__VA_ARGS__};                                           \
    static struct door table;                                                                   \
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;                                    \
    _Static_assert(sizeof names / sizeof *names * sizeof(void *) ==                             \
                       offsetof(struct door, is_whole),                                         \
                   "one name for each function");                                               \
    if (__atomic_load_n(&table.is_whole, __ATOMIC_ACQUIRE)) return &table;                      \
    pthread_mutex_lock(&lock);                                                                  \
    void *loaded = table.is_whole ? NULL : dlopen(library, RTLD_NOW | RTLD_LOCAL);              \
    void **entries = (void **)&table;                                                           \
    size_t found = 0;                                                                           \
    while (loaded && found < sizeof names / sizeof *names &&                                    \
           (entries[found] = dlsym(loaded, names[found]))) {                                    \
      found++;                                                                                  \
    }                                                                                           \
    if (found == sizeof names / sizeof *names) {                                                \
      __atomic_store_n(&table.is_whole, true, __ATOMIC_RELEASE);                                \
    }                                                                                           \
    pthread_mutex_unlock(&lock);                                                                \
    return &table;                                                                              \
  }
