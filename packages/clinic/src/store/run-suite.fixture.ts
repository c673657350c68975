import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, test } from 'vitest'
import { type StoreKind, type StorePlace, storeSuite } from './suite/index.js'

const folders: string[] = []

/** A folder that is gone after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clinic-store-'))
  folders.push(folder)
  return folder
}

/** Changes the line of a journal that has a document, as a worn disk does. */
export async function wearLine(folder: string, id: string): Promise<void> {
  const path = join(folder, 'journal.log')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace(`"${id}"`, `"${id}~"`))
}

/** Runs the suite on places of a kind; those that keep something can also spoil it. */
export function runSuite(
  name: string,
  kind: Pick<StorePlace, 'isKept' | 'isShared'>,
  fresh: () => Promise<Pick<StorePlace, 'open' | 'spoil'>>,
): void {
  const needed: StoreKind = kind.isKept ? { ...kind, spoil: () => Promise.resolve() } : kind
  describe(`the suite of stores, on ${name}`, () => {
    test.each(storeSuite.filter((one) => one.fits(needed)).map((one) => [one.name, one] as const))(
      '%s',
      async (_, one) => {
        await one.run({ ...kind, ...(await fresh()) })
      },
    )
  })
}

/** Every test file that asks for folders says so once. */
export function removeFolders(): void {
  afterEach(async () => {
    await Promise.all(
      folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })),
    )
  })
}
