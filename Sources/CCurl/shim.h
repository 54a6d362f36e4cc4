#ifndef TEAMSH_CCURL_SHIM_H
#define TEAMSH_CCURL_SHIM_H

#include <curl/curl.h>
#include <pthread.h>
#include <stdbool.h>

// Swift calls no variadic function, and all of libcurl's options go through three of them.

static inline CURLcode teamsh_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_bytes(CURL *easy, CURLoption option, const void *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_buffer(CURL *easy, CURLoption option, char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_list(CURL *easy, CURLoption option,
                                            struct curl_slist *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode teamsh_curl_set_private(CURL *easy, void *context) {
  return curl_easy_setopt(easy, CURLOPT_PRIVATE, context);
}

static inline CURLcode teamsh_curl_on_write(CURL *easy, curl_write_callback callback,
                                            void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

static inline CURLcode teamsh_curl_on_header(CURL *easy, curl_write_callback callback,
                                             void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

static inline CURLcode teamsh_curl_on_read(CURL *easy, curl_read_callback callback,
                                           void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_READFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_READDATA, context);
}

static inline long teamsh_curl_get_long(CURL *easy, CURLINFO info) {
  long value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline void *teamsh_curl_get_private(CURL *easy) {
  char *context = NULL;
  return curl_easy_getinfo(easy, CURLINFO_PRIVATE, &context) == CURLE_OK ? context : NULL;
}

// The message that libcurl returns holds a union, and dies with the next call.
static inline CURL *teamsh_curl_multi_next_done(CURLM *multi, CURLcode *result) {
  int left = 0;
  CURLMsg *message;
  while ((message = curl_multi_info_read(multi, &left)) != NULL) {
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
