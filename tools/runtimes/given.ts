/** Collects what the portable suites need, and what Node itself makes of them. */
import { join } from 'node:path'
import { systemCrypto } from '@tiemchung/core/crypto'
import { hostWorld } from '../conformance/host-world.js'
import { portableSuites } from '../conformance/portable-suites.js'
import { filesOf, itemsOf } from '../conformance/read-items.js'
import { runItems } from '../conformance/run-items.js'
import type { SignerFacts, SuiteWorld } from '../conformance/suite.js'
import type { Given } from './portable.js'

/** A world that notes what it was asked for. */
function recording(): { readonly world: SuiteWorld } & Pick<Given, 'documents' | 'signers'> {
  const host = hostWorld(systemCrypto)
  const documents: Record<string, unknown> = {}
  const signers: Record<string, SignerFacts | null> = {}
  const world: SuiteWorld = {
    crypto: systemCrypto,
    beside: (file, name) => (documents[`${file} ${name}`] = host.beside(file, name)),
    signerOf: (certificate) => {
      const facts = host.signerOf(certificate)
      signers[certificate] = facts ?? null
      return facts
    },
  }
  return { world, documents, signers }
}

/** Every case of the portable suites in a vector folder, with what they need. */
export async function gather(vectors: string): Promise<Given> {
  const { world, documents, signers } = recording()
  const items: Record<string, Given['items'][string]> = {}
  for (const suite of portableSuites) {
    const own = filesOf(vectors, suite).flatMap((file) =>
      itemsOf(join(vectors, suite.folder), file, suite.whole === true),
    )
    if (own.length === 0) continue
    items[suite.name] = own
    await runItems(suite, own, world)
  }
  return { items, documents, signers }
}
