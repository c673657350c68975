import { InputError } from '@tiemchung/core'
import { errorCatalogue } from './errors.js'
import type { Io } from './io.js'

/**
 * Writes the file that an option names.
 *
 * @throws InputError `cli.write`: the place is the caller's choice
 */
export async function writeTo(
  io: Io,
  option: string,
  path: string,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await io.writeFile(path, bytes)
  } catch (cause) {
    throw new InputError(errorCatalogue, 'cli.write', { path: [option], cause })
  }
}

/**
 * Makes the folder that an argument names.
 *
 * @throws InputError `cli.write`
 */
export async function makeFolder(io: Io, argument: string, path: string): Promise<void> {
  try {
    await io.makeFolder(path)
  } catch (cause) {
    throw new InputError(errorCatalogue, 'cli.write', { path: [argument], cause })
  }
}
