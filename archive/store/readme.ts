/** `README.txt` of every archive: how to read and check it when Stet is gone. The tests run its commands. */
export const README_TXT = `This folder is an archive made by Stet. It keeps web pages as they stood.

You need no Stet to read or check it: a file manager, a web browser, a text editor and the program
"sha256sum" are enough (on a Mac: "shasum -a 256" in its place). Type the commands below in a
terminal, in this folder.


WHAT IS WHAT

  snapshots/   One folder for each kept state of a page, by year and month. Its name is the time of
               the capture (UTC) and an id. Each is complete in itself (a BagIt bag, RFC 8493).
               In its "data" folder:
                 snapshot.json   where it comes from: addresses, times, software
                 article.txt     the article in plain text; article.html for a browser;
                                 article.json with its structure
                 page.html       the page as it was received
                 network.har     every request and answer
                 resources/      pictures, style sheets and the rest, named by their SHA-256
  log.jsonl    The custody log: one line for each thing that happened, oldest first. Lines are only
               ever added. Each line holds, as "prev", the SHA-256 of the line before it.
  log.head     Number and SHA-256 of the log's last line.
  stet.json    The archive's id, and the version of this layout.
  desk.json    Collections, tags and notes, where there are any.
  queue.json   Captures and imports that were begun and may not be done yet, where there are any;
  incoming/    the files they are about to import.
  quarantine/  What was found damaged or unfinished and set aside, where there is any.
  exports/     Files that were written for other programs (WARC, WACZ), where there are any. What is
               in them is in the snapshots too: they may be moved away or deleted.

No value that signs anybody in is kept: "[left out by Stet]" and "left-out-by-stet" stand where one
stood, and "redactions" in snapshot.json says in which files. Files listed there with "values" are not
byte for byte what was received.

Everything else (catalog, bodies.sqlite, search.sqlite, lock files, tmp) can be made again from the
above and may be deleted while Stet is not running.


CHECK ONE SNAPSHOT

Go into its folder and let sha256sum compare every file with the lists made at the time of capture:

  cd snapshots/YEAR/MONTH/NAME
  sha256sum -c manifest-sha256.txt
  sha256sum -c tagmanifest-sha256.txt

Every line must end in "OK". Then compare the list of lists with the log, back in this folder:

  sha256sum snapshots/YEAR/MONTH/NAME/tagmanifest-sha256.txt
  grep NAME log.jsonl

The first command prints 64 digits: the fixity hash. The log's line for that snapshot must hold the
same digits as "fixityHash".


CHECK ALL SNAPSHOTS

  for bag in snapshots/*/*/*; do (cd "$bag" && sha256sum --quiet -c tagmanifest-sha256.txt manifest-sha256.txt && grep -q "$(sha256sum < tagmanifest-sha256.txt | cut -c 1-64)" ../../../../log.jsonl || echo "NOT AS KEPT: $bag"); done

It prints nothing if all is well. (A file that was added to a snapshot is found by counting: the
"Payload-Oxum" in bag-info.txt is the bytes of all files in "data", a dot, and their number.)


CHECK THE LOG

The hash of a line covers the line with its line break. For line 7, say, and the line after it:

  sed -n 7p log.jsonl | sha256sum
  sed -n 8p log.jsonl

The digits from the first command must stand as "prev" in what the second prints. For all lines:

  prev=$(printf '%064d' 0); while IFS= read -r line; do case $line in *"\\"prev\\":\\"$prev\\""*) ;; *) echo "BROKEN BEFORE: $line";; esac; prev=$(printf '%s\\n' "$line" | sha256sum | cut -c 1-64); done < log.jsonl; grep -q "$prev" log.head || echo "THE END IS MISSING OR CHANGED"

It prints nothing if all is well.


WHAT IT PROVES

That these bytes are the ones the log speaks of, and that no line of the log was changed, removed or
put in later without changing all lines after it. It does not prove who made the log: keep the last
line's hash (log.head) with somebody you trust, and the whole history before it is pinned down.

"fixityHash" covers every stored byte of a snapshot. "contentHash" covers the article's words,
pictures and links in a normalised form: two captures of an unchanged story agree on it, though
never on the fixity hash.
`
