import { toHex } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { bytes, extension, integer, sequence, tlv } from '../certificate/forge.fixture.js'
import { issuing, leaf } from '../path/chain.fixture.js'
import { certificateId } from './forge-ocsp.fixture.js'
import { ocspOids } from './oids.js'
import { type OcspRequestOptions, ocspRequest } from './ocsp-request.js'

const ask = async (options: Partial<OcspRequestOptions> = {}) =>
  toHex(await ocspRequest({ certificate: leaf(), issuer: issuing(), ...options }))

describe('ocspRequest', () => {
  test.each(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const)(
    'names the certificate by %s',
    async (hash) => {
      expect(await ask({ hash })).toContain(toHex(certificateId({ hash })))
    },
  )

  test('names it by SHA-1 unless told otherwise, and sends no nonce unasked', async () => {
    const request = sequence(sequence(sequence(sequence(certificateId()))))
    expect(await ask()).toBe(toHex(request))
  })

  test('writes a serial number with its sign octet', async () => {
    const serial = integer(0, 0x80)
    expect(await ask({ certificate: leaf({ serial }) })).toContain(toHex(certificateId({ serial })))
  })

  test('sends a nonce inside an OCTET STRING inside its extension', async () => {
    const nonce = extension(ocspOids.nonce, tlv(0x04, bytes(7, 8)))
    const list = sequence(sequence(certificateId()))
    const request = sequence(sequence(list, tlv(0xa2, sequence(nonce))))
    expect(await ask({ nonce: bytes(7, 8) })).toBe(toHex(request))
  })

  test.each([0, 129])('refuses a nonce of %i octets', async (length) => {
    await expect(ask({ nonce: new Uint8Array(length) })).rejects.toMatchObject({
      code: 'x509.ocsp.nonce',
    })
  })

  test('takes a nonce of 128 octets', async () => {
    expect(await ask({ nonce: new Uint8Array(128).fill(1) })).toContain(`048180${'01'.repeat(128)}`)
  })
})
