import type { FileOperations } from '@tiemchung/core/durable-file'

const lineFeed = 10

/**
 * How many damaged lines of a journal lie aside in its `.damaged` file, whenever they were put there: nobody has compared
 * them yet.
 */
export async function linesAside(journal: string, files: FileOperations): Promise<number> {
  const bytes = await files.read(`${journal}.damaged`)
  const ended = bytes.filter((one) => one === lineFeed).length
  return bytes.length === 0 || bytes.at(-1) === lineFeed ? ended : ended + 1
}
