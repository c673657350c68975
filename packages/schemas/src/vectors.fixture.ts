/** Where the cases made by others are, and what a suite is called when they are not there. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = process.env['TIEMCHUNG_VECTORS'] ?? join(here, '../../../../shared/vectors')

/** A folder of vectors: where it is, whether it is there, and the title of its suite. */
export function vectors(name: string, title: string) {
  const path = join(folder, name)
  const present = existsSync(path)
  return { path, present, title: present ? title : `skipped: no ${name} vectors in ${folder}` }
}
