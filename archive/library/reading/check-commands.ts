export interface CheckCommand {
  /** What it shows, in English. */
  readonly what: string
  readonly command: string
}

/**
 * How to check one snapshot by hand, in the archive's folder, as the archive's README.txt explains: the files
 * against the bag's lists, the lists against the log, the log's line against what follows it.
 *
 * @param path the bag, relative to the archive; made of digits, letters and `/` only, so nothing needs quoting
 * @param seq number of the snapshot's line in the log
 */
export function checkCommands(path: string, seq: number, isLast: boolean): CheckCommand[] {
  const first64 = 'cut -c 1-64'
  const fixity = `$(sha256sum < ${path}/tagmanifest-sha256.txt | ${first64})`
  const lineHash = `$(sed -n ${seq}p log.jsonl | sha256sum | ${first64})`
  return [
    {
      what: 'Every file is as it was kept: each line must end in "OK".',
      command: `(cd ${path} && sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt)`,
    },
    {
      what: 'The log holds the fixity hash of these files: it must print the line of this snapshot.',
      command: `sed -n ${seq}p log.jsonl | grep '"fixityHash":"'"${fixity}"'"'`,
    },
    isLast
      ? {
          what: 'This line is the last of the log, as log.head says: it must print number and hash.',
          command: `grep "${lineHash}" log.head`,
        }
      : {
          what: 'The next line of the log was written over this one: it must print that line.',
          command: `sed -n ${seq + 1}p log.jsonl | grep '"prev":"'"${lineHash}"'"'`,
        },
  ]
}
