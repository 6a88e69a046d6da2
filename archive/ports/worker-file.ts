/**
 * The module of a worker thread: beside the module that starts it, under the same name, both as source and in a
 * bundle, which has every worker file in the one folder it is made of.
 *
 * @param name file name without extension, e.g. `clean-worker`; the build makes an entry of every `*-worker.ts`
 * @param from `import.meta.url` of the module that starts it
 */
export function workerFile(name: string, from: string): URL {
  return new URL(`./${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from)
}
