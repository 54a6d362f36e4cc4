#pragma once

#include <jq.h>
#include <jv.h>

#include "../CLateLibrary/late_library.h"

// libjq and what it needs would take part of every start's time, and few starts filter anything. So
// the first expression loads it.
struct teamsh_jq {
  jq_state *(*init)(void);
  void (*teardown)(jq_state **);
  int (*compile)(jq_state *, const char *);
  void (*start)(jq_state *, jv, int);
  jv (*next)(jq_state *);
  void (*halt)(jq_state *, jv, jv);
  int (*halted)(jq_state *);
  jv (*error_message)(jq_state *);
  jv (*format_error)(jv);
  void (*on_error)(jq_state *, jq_msg_cb, void *);
  void (*on_debug)(jq_state *, jq_msg_cb, void *);
  void (*on_input)(jq_state *, jq_input_cb, void *);
  jv_kind (*kind)(jv);
  jv (*copy)(jv);
  void (*free)(jv);
  jv (*invalid)(void);
  jv (*invalid_with_message)(jv);
  int (*invalid_has_message)(jv);
  jv (*invalid_message)(jv);
  jv (*string)(const char *);
  const char *(*string_value)(jv);
  int (*string_length)(jv);
  jv (*parse)(const char *, int);
  jv (*dump)(jv, int);
  bool is_whole;
};

#ifdef __APPLE__
#define TEAMSH_JQ_LIBRARY "libjq.1.dylib"
#else
#define TEAMSH_JQ_LIBRARY "libjq.so.1"
#endif

TEAMSH_LATE_LIBRARY(
    teamsh_jq, TEAMSH_JQ_LIBRARY,
    "jq_init", "jq_teardown", "jq_compile", "jq_start", "jq_next", "jq_halt", "jq_halted",
    "jq_get_error_message", "jq_format_error", "jq_set_error_cb", "jq_set_debug_cb",
    "jq_set_input_cb", "jv_get_kind", "jv_copy", "jv_free", "jv_invalid", "jv_invalid_with_msg",
    "jv_invalid_has_msg", "jv_invalid_get_msg", "jv_string", "jv_string_value",
    "jv_string_length_bytes", "jv_parse_sized", "jv_dump_string")

// Everything below may be called once this has returned true.
static inline bool teamsh_jq_load(void) { return teamsh_jq()->is_whole; }

static inline jq_state *teamsh_jq_init(void) { return teamsh_jq()->init(); }

static inline void teamsh_jq_teardown(jq_state *state) { teamsh_jq()->teardown(&state); }

static inline bool teamsh_jq_compile(jq_state *state, const char *expression) {
  return teamsh_jq()->compile(state, expression) != 0;
}

static inline void teamsh_jq_start(jq_state *state, jv input) {
  teamsh_jq()->start(state, input, 0);
}

static inline jv teamsh_jq_next(jq_state *state) { return teamsh_jq()->next(state); }

static inline void teamsh_jq_halt(jq_state *state) {
  teamsh_jq()->halt(state, teamsh_jq()->invalid(), teamsh_jq()->invalid());
}

static inline bool teamsh_jq_is_halted(jq_state *state) {
  return teamsh_jq()->halted(state) != 0;
}

static inline jv teamsh_jq_error_message(jq_state *state) {
  return teamsh_jq()->error_message(state);
}

static inline jv teamsh_jq_format_error(jv message) {
  return teamsh_jq()->format_error(message);
}

static inline void teamsh_jq_on_error(jq_state *state, jq_msg_cb callback, void *context) {
  teamsh_jq()->on_error(state, callback, context);
}

static inline void teamsh_jq_on_debug(jq_state *state, jq_msg_cb callback, void *context) {
  teamsh_jq()->on_debug(state, callback, context);
}

static inline void teamsh_jq_on_input(jq_state *state, jq_input_cb callback, void *context) {
  teamsh_jq()->on_input(state, callback, context);
}

static inline jv_kind teamsh_jv_kind(jv value) { return teamsh_jq()->kind(value); }

static inline jv teamsh_jv_copy(jv value) { return teamsh_jq()->copy(value); }

static inline void teamsh_jv_free(jv value) { teamsh_jq()->free(value); }

static inline jv teamsh_jv_invalid(void) { return teamsh_jq()->invalid(); }

static inline jv teamsh_jv_invalid_with_message(const char *message) {
  return teamsh_jq()->invalid_with_message(teamsh_jq()->string(message));
}

static inline bool teamsh_jv_invalid_has_message(jv value) {
  return teamsh_jq()->invalid_has_message(value) != 0;
}

static inline jv teamsh_jv_invalid_message(jv value) {
  return teamsh_jq()->invalid_message(value);
}

static inline const char *teamsh_jv_string_value(jv string) {
  return teamsh_jq()->string_value(string);
}

static inline int teamsh_jv_string_length(jv string) {
  return teamsh_jq()->string_length(string);
}

static inline jv teamsh_jv_parse(const char *bytes, int length) {
  return teamsh_jq()->parse(bytes, length);
}

static inline jv teamsh_jv_dump(jv value) { return teamsh_jq()->dump(value, 0); }
