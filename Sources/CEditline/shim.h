#ifndef TEAMSH_CEDITLINE_SHIM_H
#define TEAMSH_CEDITLINE_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// libedit edits and never paints: its output stream is /dev/null, while the descriptors it asks
// about the terminal are the real ones.
static inline EditLine *teamsh_el_init(int input, int output) {
  FILE *blind = fopen("/dev/null", "r+e");
  if (!blind) return NULL;
  EditLine *editor = el_init_fd("teamsh", blind, blind, blind, input, output, output);
  if (!editor) fclose(blind);
  return editor;
}

// With editing off el_end leaves the terminal's type-ahead alone.
static inline void teamsh_el_end(EditLine *editor) {
  FILE *blind = NULL;
  el_get(editor, EL_GETFP, 1, &blind);
  el_set(editor, EL_EDITMODE, 0);
  el_end(editor);
  if (blind) fclose(blind);
}

// Takes back every binding made before.
static inline void teamsh_el_set_editor(EditLine *editor, int vi) {
  el_wset(editor, EL_EDITOR, vi ? L"vi" : L"emacs");
  el_wset(editor, EL_SIGNAL, 0);
}

// Carries out one line of an .editrc.
static inline int teamsh_el_parse(EditLine *editor, const char *line) {
  Tokenizer *tokenizer = tok_init(NULL);
  int count = 0;
  const char **words = NULL;
  int result = -1;
  if (!tokenizer) return -1;
  if (tok_str(tokenizer, line, &count, &words) == 0 && count > 0)
    result = el_parse(editor, count, words);
  tok_end(tokenizer);
  return result;
}

static inline void teamsh_el_set_getcfn(EditLine *editor, int (*read)(EditLine *, wchar_t *)) {
  el_wset(editor, EL_GETCFN, read);
}

static inline void teamsh_el_set_clientdata(EditLine *editor, void *data) {
  el_wset(editor, EL_CLIENTDATA, data);
}

static inline void *teamsh_el_get_clientdata(EditLine *editor) {
  void *data = NULL;
  el_wget(editor, EL_CLIENTDATA, &data);
  return data;
}

static inline int teamsh_el_add_key_function(EditLine *editor,
                                             unsigned char (*function)(EditLine *, wint_t)) {
  return el_wset(editor, EL_ADDFN, L"teamsh-key", L"A key of teamsh.", function);
}

static inline int teamsh_el_add_command_key_function(EditLine *editor,
                                                     unsigned char (*function)(EditLine *,
                                                                               wint_t)) {
  return el_wset(editor, EL_ADDFN, L"teamsh-command-key", L"A key of teamsh in vi's command mode.",
                 function);
}

// The alternative map is the one of vi's command mode.
static inline int teamsh_el_bind(EditLine *editor, int alternative, const wchar_t *sequence,
                                 const wchar_t *function) {
  if (alternative) return el_wset(editor, EL_BIND, L"-a", sequence, function, NULL);
  return el_wset(editor, EL_BIND, sequence, function, NULL);
}

// Between reads: no echo and no line discipline, so that what is typed ahead waits as it was typed.
// While reading: returns and newlines stay what they are, or a pasted CR LF would be two newlines,
// Ctrl-S and Ctrl-Q are keys, and Ctrl-C in a pasted text is no signal that would end the paste and
// have its rest taken for keys.
static inline void teamsh_el_set_terminal_modes(EditLine *editor) {
  el_wset(editor, EL_SETTY, L"-x", L"-echo", L"-icanon", NULL);
  el_wset(editor, EL_SETTY, L"-d", L"-icrnl", L"-inlcr", L"-ixon", L"-isig", NULL);
}

static inline void teamsh_el_set_raw(EditLine *editor, int raw) {
  el_wset(editor, EL_PREP_TERM, raw);
}

// glibc hides the declaration behind _GNU_SOURCE, which an importer cannot define.
int pipe2(int ends[2], int flags);

// Both ends close in child programs from the start, whichever thread starts one meanwhile.
static inline int teamsh_pipe(int *reading, int *writing) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return errno;
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

static inline int teamsh_mb_cur_max(void) { return (int)MB_CUR_MAX; }

// A signal handler has no context but a variable: the write end of the one pipe signals go to.
// Only one Swift file may use the three names below, or each would get a variable of its own.
static volatile sig_atomic_t teamsh_signal_pipe = -1;

static void teamsh_signal_arrived(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  if (teamsh_signal_pipe >= 0) (void)!write(teamsh_signal_pipe, &byte, 1);
  errno = saved;
}

static inline void teamsh_signal_set_pipe(int descriptor) { teamsh_signal_pipe = descriptor; }

// An ignored hang-up stays ignored: that is what nohup asks for.
static inline int teamsh_signal_catch(int number) {
  struct sigaction action = {0}, former = {0};
  if (number == SIGHUP && sigaction(number, NULL, &former) == 0 && former.sa_handler == SIG_IGN)
    return 0;
  action.sa_handler = teamsh_signal_arrived;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

// Stops the process as the terminal's Ctrl-Z would have, and comes back when it goes on.
//
// Raised on this thread, so that it has happened before the call returns. The system does not stop a
// process that no shell could continue; then the call just returns.
static inline void teamsh_signal_stop(void) {
  struct sigaction standard = {0}, caught = {0};
  sigset_t stopping;
  standard.sa_handler = SIG_DFL;
  sigemptyset(&stopping);
  sigaddset(&stopping, SIGTSTP);
  sigaction(SIGTSTP, &standard, &caught);
  pthread_sigmask(SIG_UNBLOCK, &stopping, NULL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &caught, NULL);
}

static inline int teamsh_signal_release(int number) {
  struct sigaction action = {0};
  action.sa_handler = SIG_DFL;
  return sigaction(number, &action, NULL);
}

#endif
