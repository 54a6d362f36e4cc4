// Fetches the pages of a Graph collection with libcurl: the peer that does nothing but carry bytes.
//
//     follow-links LINKS URL < headers > pages   link by link; the addresses go to the file LINKS
//     follow-links LINKS @FIRST < headers > pages  each address of FIRST as above, over twenty connections
//     follow-links LINKS < headers               the addresses of LINKS, over four connections
//
// Headers are read a line each. A connection is kept; the next link is found by its name, and
// nothing is parsed.

#define _GNU_SOURCE
#include <curl/curl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONNECTIONS = 4, CHAINS = 20, MOST_LINKS = 100000 };

struct page {
  char *bytes;
  size_t count, space;
};

static struct curl_slist *headers;
static char *links[MOST_LINKS];
static size_t link_count;
static atomic_size_t next;
static atomic_int failures;

static size_t keep(char *bytes, size_t size, size_t count, void *context) {
  struct page *page = context;
  size_t more = size * count;
  if (page->count + more + 1 > page->space) {
    page->space = (page->count + more + 1) * 2;
    page->bytes = realloc(page->bytes, page->space);
    if (!page->bytes) return 0;
  }
  memcpy(page->bytes + page->count, bytes, more);
  page->count += more;
  page->bytes[page->count] = 0;
  return more;
}

static CURL *make_client(struct page *page) {
  CURL *curl = curl_easy_init();
  if (!curl) exit(1);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, page);
  return curl;
}

static int fetch(CURL *curl, struct page *page, const char *url) {
  page->count = 0;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  return curl_easy_perform(curl) == CURLE_OK && page->count > 0;
}

// The address behind "@odata.nextLink", as a copy; NULL on the last page.
static char *next_link(const struct page *page) {
  static const char name[] = "\"@odata.nextLink\":\"";
  char *start = memmem(page->bytes, page->count, name, sizeof name - 1);
  if (!start) return NULL;
  start += sizeof name - 1;
  char *end = strchr(start, '"');
  return end ? strndup(start, (size_t)(end - start)) : NULL;
}

static int follow(char *url, FILE *file) {
  struct page page = {0};
  CURL *curl = make_client(&page);
  for (; url; url = next_link(&page)) {
    fprintf(file, "%s\n", url);
    if (!fetch(curl, &page, url)) return 1;
    fwrite(page.bytes, 1, page.count, stdout);
  }
  return fclose(file) != 0 || fclose(stdout) != 0;
}

// One walk after the other, each beside those of the other threads; a line or a page is written whole.
static void *follow_share(void *context) {
  FILE *file = context;
  struct page page = {0};
  CURL *curl = make_client(&page);
  for (size_t index; (index = next++) < link_count;) {
    for (char *url = links[index]; url; url = next_link(&page)) {
      fprintf(file, "%s\n", url);
      if (!fetch(curl, &page, url)) {
        failures++;
        break;
      }
      fwrite(page.bytes, 1, page.count, stdout);
    }
  }
  return NULL;
}

static int follow_many(FILE *file) {
  pthread_t threads[CHAINS];
  for (int index = 0; index < CHAINS; index++) {
    if (pthread_create(&threads[index], NULL, follow_share, file) != 0) return 1;
  }
  for (int index = 0; index < CHAINS; index++) pthread_join(threads[index], NULL);
  return failures != 0 || fclose(file) != 0 || fclose(stdout) != 0;
}

static void *fetch_share(void *unused) {
  struct page page = {0};
  CURL *curl = make_client(&page);
  for (size_t index; (index = next++) < link_count;) {
    if (!fetch(curl, &page, links[index])) failures++;
  }
  return unused;
}

static int fetch_all(void) {
  pthread_t threads[CONNECTIONS];
  for (int index = 0; index < CONNECTIONS; index++) {
    if (pthread_create(&threads[index], NULL, fetch_share, NULL) != 0) return 1;
  }
  for (int index = 0; index < CONNECTIONS; index++) pthread_join(threads[index], NULL);
  return failures != 0;
}

static char *read_line(FILE *file) {
  static char line[16384];
  if (!fgets(line, sizeof line, file)) return NULL;
  line[strcspn(line, "\n")] = 0;
  return line;
}

int main(int count, char **arguments) {
  if (count != 2 && count != 3) return 2;
  for (char *line; (line = read_line(stdin));) headers = curl_slist_append(headers, line);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  FILE *file = fopen(arguments[1], count == 3 ? "w" : "r");
  if (!file) return 1;
  if (count == 3 && arguments[2][0] != '@') return follow(strdup(arguments[2]), file);
  FILE *known = count == 3 ? fopen(arguments[2] + 1, "r") : file;
  if (!known) return 1;
  for (char *line; link_count < MOST_LINKS && (line = read_line(known));) {
    links[link_count++] = strdup(line);
  }
  return count == 3 ? follow_many(file) : fetch_all();
}
