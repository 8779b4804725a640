import type { PostgresRun } from "./run-postgres.ts";

const MB = 1024 * 1024;

type Settings = Pick<PostgresRun, "port" | "socketFolder" | "durable"> & {
  /** Of the machine or the container, in bytes. */
  readonly memory: number;
};

/**
 * How the embedded server runs, as `name=value`. It shares two cores and 2 GB or more with the program that starts
 * it, serves its pool alone, and is reached through its socket and on the loopback address only.
 */
export function serverSettings({ port, socketFolder, durable, memory }: Settings): string[] {
  return [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    // A list, of which ours is one. What opens the socket is its folder's mode: to change the socket's own fails on some filesystems.
    `unix_socket_directories=${socketFolder === undefined ? "" : `"${socketFolder.replaceAll('"', '""')}"`}`,
    "max_connections=60",
    `shared_buffers=${sharedBuffersMb(memory)}MB`,
    "maintenance_work_mem=64MB",
    "max_wal_size=1GB",
    "wal_compression=on",
    // Each new 16 MB of the journal would be filled with zeros and flushed by the commit that comes to its end, with all others
    // behind it: in a young database every two seconds under load. Without that a flush also writes down where the file's blocks
    // are, until files are used again. Measured on ext4 without and with a journal: webhooks, 99th percentile, 99 to 78 ms and
    // 78 to 68; commits, median, 3.8 to 3.3 ms and 3.1 to 4.5.
    "wal_init_zero=off",
    // Short statements only: compiling them and helpers for them cost more than they bring on two cores.
    "jit=off",
    "max_worker_processes=4",
    "max_parallel_workers_per_gather=0",
    "autovacuum_max_workers=2",
    // What waits is found by small indexes whose rows come and go with each turn: a minute's dead ones would be waded through.
    "autovacuum_naptime=10s",
    // What only grows has no dead rows to clear, and its first statistics (gather_first_statistics) tell which key is the right
    // one: a young table would be gone through every few seconds for nothing, at the cost of the turns beside it.
    "autovacuum_vacuum_insert_threshold=100000",
    "autovacuum_analyze_scale_factor=0.5",
    // For the same reason a sample of 7,500 rows tells as much as one of 30,000.
    "default_statistics_target=25",
    "io_method=sync",
    "random_page_cost=1.1",
    "max_wal_senders=2",
    "timezone=UTC",
    "log_timezone=UTC",
    "lc_messages=C",
    // A refused statement's text or key may hold a person's data. The caller gets the error; the log keeps the server's life.
    "log_min_messages=log",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    "log_checkpoints=off",
    // A commit is still written before it is told: without that, a killed server would lose it, not only a power cut.
    ...(durable ? [] : ["fsync=off", "full_page_writes=off"]),
  ];
}

/**
 * An eighth of the memory, between 64 and 256 MB: with less, a list of 100,000 debts pushes out what it has just written
 * (measured: 9,600 rows/s with 64 MB, 10,250 with 128, 11,550 with 256).
 */
function sharedBuffersMb(memory: number): number {
  return Math.min(256, Math.max(64, Math.floor(memory / 8 / MB)));
}
