#ifndef TEAMSH_CCURL_SHIM_H
#define TEAMSH_CCURL_SHIM_H

#include <curl/curl.h>

#include "../CLateLibrary/late_library.h"

// libcurl brings thirty libraries along, which would cost every start 5 ms, and most starts send
// nothing. So nothing links it: the first request loads it, and all calls go through this table.
struct teamsh_curl {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  const char *(*easy_strerror)(CURLcode);
  CURLM *(*multi_init)(void);
  CURLMcode (*multi_cleanup)(CURLM *);
  CURLMcode (*multi_add_handle)(CURLM *, CURL *);
  CURLMcode (*multi_remove_handle)(CURLM *, CURL *);
  CURLMcode (*multi_perform)(CURLM *, int *);
  CURLMcode (*multi_poll)(CURLM *, struct curl_waitfd *, unsigned, int, int *);
  CURLMcode (*multi_wakeup)(CURLM *);
  CURLMsg *(*multi_info_read)(CURLM *, int *);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
  bool is_whole;
};

#ifdef __APPLE__
#define TEAMSH_CURL_LIBRARY "libcurl.4.dylib"
#else
#define TEAMSH_CURL_LIBRARY "libcurl.so.4"
#endif

TEAMSH_LATE_LIBRARY(
    teamsh_curl, TEAMSH_CURL_LIBRARY,
    "curl_global_init", "curl_easy_init", "curl_easy_cleanup", "curl_easy_setopt",
    "curl_easy_getinfo", "curl_easy_strerror", "curl_multi_init", "curl_multi_cleanup",
    "curl_multi_add_handle", "curl_multi_remove_handle", "curl_multi_perform", "curl_multi_poll",
    "curl_multi_wakeup", "curl_multi_info_read", "curl_slist_append", "curl_slist_free_all")

// Everything below may be called once this has returned true.
static inline bool teamsh_curl_start(void) {
  return teamsh_curl()->is_whole && teamsh_curl()->global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static inline CURL *teamsh_curl_easy_init(void) { return teamsh_curl()->easy_init(); }

static inline void teamsh_curl_easy_cleanup(CURL *easy) { teamsh_curl()->easy_cleanup(easy); }

static inline const char *teamsh_curl_words(CURLcode code) {
  return teamsh_curl()->easy_strerror(code);
}

static inline struct curl_slist *teamsh_curl_append(struct curl_slist *list, const char *text) {
  return teamsh_curl()->slist_append(list, text);
}

static inline void teamsh_curl_free(struct curl_slist *list) {
  teamsh_curl()->slist_free_all(list);
}

static inline CURLM *teamsh_curl_multi_init(void) { return teamsh_curl()->multi_init(); }

static inline void teamsh_curl_multi_cleanup(CURLM *multi) {
  teamsh_curl()->multi_cleanup(multi);
}

static inline void teamsh_curl_multi_wakeup(CURLM *multi) { teamsh_curl()->multi_wakeup(multi); }

static inline bool teamsh_curl_multi_add(CURLM *multi, CURL *easy) {
  return teamsh_curl()->multi_add_handle(multi, easy) == CURLM_OK;
}

static inline void teamsh_curl_multi_remove(CURLM *multi, CURL *easy) {
  teamsh_curl()->multi_remove_handle(multi, easy);
}

static inline void teamsh_curl_multi_perform(CURLM *multi) {
  int running = 0;
  teamsh_curl()->multi_perform(multi, &running);
}

static inline void teamsh_curl_multi_wait(CURLM *multi, int milliseconds) {
  teamsh_curl()->multi_poll(multi, NULL, 0, milliseconds, NULL);
}

// Swift calls no variadic function, and all of libcurl's options go through three of them.

static inline CURLcode teamsh_curl_set_long(CURL *easy, CURLoption option, long value) {
  return teamsh_curl()->easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return teamsh_curl()->easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_text(CURL *easy, CURLoption option, const char *value) {
  return teamsh_curl()->easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_bytes(CURL *easy, CURLoption option, const void *value) {
  return teamsh_curl()->easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_buffer(CURL *easy, CURLoption option, char *value) {
  return teamsh_curl()->easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_list(CURL *easy, CURLoption option,
                                            struct curl_slist *value) {
  return teamsh_curl()->easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_private(CURL *easy, void *context) {
  return teamsh_curl()->easy_setopt(easy, CURLOPT_PRIVATE, context);
}

static inline CURLcode teamsh_curl_on_write(CURL *easy, curl_write_callback callback,
                                            void *context) {
  CURLcode code = teamsh_curl()->easy_setopt(easy, CURLOPT_WRITEFUNCTION, callback);
  return code != CURLE_OK ? code : teamsh_curl()->easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

static inline CURLcode teamsh_curl_on_header(CURL *easy, curl_write_callback callback,
                                             void *context) {
  CURLcode code = teamsh_curl()->easy_setopt(easy, CURLOPT_HEADERFUNCTION, callback);
  return code != CURLE_OK ? code : teamsh_curl()->easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

static inline CURLcode teamsh_curl_on_read(CURL *easy, curl_read_callback callback,
                                           void *context) {
  CURLcode code = teamsh_curl()->easy_setopt(easy, CURLOPT_READFUNCTION, callback);
  return code != CURLE_OK ? code : teamsh_curl()->easy_setopt(easy, CURLOPT_READDATA, context);
}

// Called when a connection stands and the request is about to be sent over it, each time it is.
static inline CURLcode teamsh_curl_on_leave(CURL *easy, curl_prereq_callback callback,
                                            void *context) {
  CURLcode code = teamsh_curl()->easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
  return code != CURLE_OK ? code : teamsh_curl()->easy_setopt(easy, CURLOPT_PREREQDATA, context);
}

static inline long teamsh_curl_get_long(CURL *easy, CURLINFO info) {
  long value = 0;
  return teamsh_curl()->easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline void *teamsh_curl_get_private(CURL *easy) {
  char *context = NULL;
  return teamsh_curl()->easy_getinfo(easy, CURLINFO_PRIVATE, &context) == CURLE_OK ? context : NULL;
}

// The message that libcurl returns holds a union, and dies with the next call.
static inline CURL *teamsh_curl_multi_next_done(CURLM *multi, CURLcode *result) {
  int left = 0;
  CURLMsg *message;
  while ((message = teamsh_curl()->multi_info_read(multi, &left)) != NULL) {
    if (message->msg == CURLMSG_DONE) {
      *result = message->data.result;
      return message->easy_handle;
    }
  }
  return NULL;
}

// A detached thread: pthread_t has a different type on each platform, and nobody joins it.
static inline bool teamsh_curl_start_thread(void *(*body)(void *), void *context) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, body, context) != 0) return false;
  pthread_detach(thread);
  return true;
}

#endif
