#pragma once

#include <stdbool.h>
#include <string.h>
#include <zlib.h>

// What stands around the packed bytes, as zlib's window bits say it.
enum { TEAMSH_GZIP = 15 + 16, TEAMSH_DEFLATE = -15 };

// Packs bytes into one gzip member, and gives its length; 0 when it is not shorter than `room`.
static inline size_t teamsh_gzip_pack(const void *bytes, size_t count, void *packed, size_t room) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, TEAMSH_GZIP, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    return 0;
  }
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = (Bytef *)packed;
  stream.avail_out = (uInt)room;
  const bool is_whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  const size_t length = stream.total_out;
  deflateEnd(&stream);
  return is_whole ? length : 0;
}

// Unpacks one stream that is all of the bytes, and gives its length: -1 when they are no such stream,
// and -2 when there is no room for what is in it.
static inline long teamsh_unpack(const void *bytes, size_t count, void *plain, size_t room,
                                 int wrapping) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, wrapping) != Z_OK) {
    return -1;
  }
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = (Bytef *)plain;
  stream.avail_out = (uInt)room;
  const int outcome = inflate(&stream, Z_FINISH);
  const long length = (long)stream.total_out;
  const bool is_full = stream.avail_out == 0;
  const bool is_whole = outcome == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  return is_whole ? length : outcome != Z_STREAM_END && is_full ? -2 : -1;
}
