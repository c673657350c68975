import { describe, expect, it } from 'vitest'
import { CborTag, type CborValue } from '@tiemchung/core/cbor'
import { utf8 } from '@tiemchung/core'
import type { RevocationSubject } from './revocation-source.js'
import { strictIssuer } from './profiles/strict-issuer.js'
import { checkOf, entry, payload, verify } from './verification.test-kit.js'

/** A payload whose one entry has members of other kinds than text. */
const entryWith = (changes: Readonly<Record<string, CborValue>>) => {
  const changed = entry()
  for (const [key, value] of Object.entries(changes)) changed.set(key, value)
  return changed
}

const ci = () => entry().get('ci') as string

describe('the revocation of a certificate', () => {
  it.each<[string, () => CborValue]>([
    ['an id with the tag of a date', () => [entryWith({ ci: new CborTag(0, ci()) })]],
    ['an id with another tag', () => [entryWith({ ci: new CborTag(99, ci()) })]],
    ['an id of bytes', () => [entryWith({ ci: utf8('0123456789') })]],
    ['a country with a tag', () => [entryWith({ co: new CborTag(99, 'VN') })]],
    ['an entry with a tag', () => [new CborTag(99, entry())]],
    ['a list of entries with a tag', () => new CborTag(99, [entry()])],
  ])('is never passed over for %s', async (_, v) => {
    const asked: RevocationSubject[] = []
    const revocation = {
      statusOf: (subject: RevocationSubject) => {
        asked.push(subject)
        return 'listed' as const
      },
    }
    const parts = { payload: payload().set('v', v()) }
    for (const profile of [undefined, strictIssuer]) {
      const report = await verify({
        parts,
        revocation,
        ...(profile === undefined ? {} : { profile }),
      })
      expect(report.verdict).toBe('invalid')
    }
  })

  it('is asked about the id as it was issued, with its blanks', async () => {
    const asked: string[] = []
    const revocation = {
      statusOf: ({ certificateId }: RevocationSubject) => {
        asked.push(certificateId)
        return 'not-listed' as const
      },
    }
    const parts = { payload: payload().set('v', [entryWith({ ci: ` ${ci()} ` })]) }
    const report = await verify({ parts, revocation })
    expect(checkOf(report, 'revocation.certificate').status).toBe('passed')
    expect(asked).toEqual([` ${ci()} `])
  })
})
