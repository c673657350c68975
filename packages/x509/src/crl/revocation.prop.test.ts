import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { crlEntry, integer } from '../certificate/forge.fixture.js'
import { issuing, leaf, root, verify } from '../path/chain.fixture.js'
import { fullName, list, numbered, points, rootList, scope, since, uri } from './crl.fixture.js'

const here = fullName(uri('http://a.vn/1.crl'))
const query = {
  leaf: leaf(),
  intermediates: [issuing()],
  anchors: [{ certificate: root() }],
}

function flip(der: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = der.slice()
  const index = at % copy.length
  copy[index] = Number(copy[index]) ^ (1 << bit)
  return copy
}

const position = fc.nat()
const bit = fc.nat({ max: 7 })

test('a list with one flipped bit never vouches for a certificate', async () => {
  const sound = list({ extensions: scope(here), entries: [crlEntry(integer(9))] })
  const own = { ...query, leaf: leaf({ extensions: [points([here])] }) }
  const whole = await verify({
    ...own,
    purpose: { id: 'any' },
    revocation: { crls: [rootList(), sound] },
  })
  expect(whole.verdict).toBe('valid')
  await fc.assert(
    fc.asyncProperty(position, bit, async (at, which) => {
      const crls = [rootList(), flip(sound, at, which)]
      const report = await verify({ ...own, purpose: { id: 'any' }, revocation: { crls } })
      expect(report.verdict).toBe('indeterminate')
    }),
    { numRuns: 300 },
  )
})

test('the order of the lists does not matter', async () => {
  const all = [
    rootList(),
    list({ extensions: [numbered(1)], entries: [crlEntry(integer(9))] }),
    list({ extensions: [numbered(3), since(1)] }),
    list({ extensions: [numbered(4), since(1)], entries: [crlEntry(integer(3))] }),
  ]
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (crls) => {
      expect((await verify({ ...query, revocation: { crls } })).verdict).toBe('invalid')
    }),
    { numRuns: 24 },
  )
})
