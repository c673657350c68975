import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, test } from 'vitest'
import { type StorePlace, storeSuite } from './suite/index.js'

const folders: string[] = []

/** A folder that is gone after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clinic-store-'))
  folders.push(folder)
  return folder
}

/** Runs the suite on places of a kind. */
export function runSuite(
  name: string,
  kind: Pick<StorePlace, 'isKept' | 'isShared'>,
  fresh: () => Promise<Pick<StorePlace, 'open'>>,
): void {
  describe(`the suite of stores, on ${name}`, () => {
    test.each(storeSuite.filter((one) => one.fits(kind)).map((one) => [one.name, one] as const))(
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
