import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { expect, test } from 'vitest'
import { orderChain } from './order-chain.js'

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2032-01-01') }

test('a chain is put in order, without its root, strangers and what cannot be read', async () => {
  const make = async (commonName: string) => ({
    subject: { commonName: `TEST ${commonName}`, country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const root = await createAuthority({ ...(await make('root')), pathLength: 3 })
  const upper = await root.issueAuthority({ ...(await make('upper')), pathLength: 1 })
  const lower = await upper.issueAuthority(await make('lower'))
  const stranger = await createAuthority(await make('stranger'))
  const { keys, ...subject } = await make('signer')
  const { certificate } = await lower.issue({ ...subject, publicKey: keys.publicKey })
  const others = [
    ...[stranger.certificate, root.certificate, upper.certificate],
    ...[new Uint8Array(9), lower.certificate, certificate],
  ]
  const chain = orderChain(certificate, others).map(({ der }) => der)
  expect(chain).toEqual([certificate, lower.certificate, upper.certificate])
})
