import { expect, test } from 'vitest'
import { readCertificate } from '../certificate/read-certificate.js'
import { nameOf } from '../certificate/forge.fixture.js'
import { checkNameChaining } from './certificate-checks.js'
import { issuing, leaf, root } from './chain.fixture.js'

test.each([
  ['the issuer by its name', leaf(), issuing(), undefined],
  ['another', leaf(), root(), 'name-mismatch'],
  ['no name', leaf({ issuer: nameOf('') }), root({ subject: nameOf('') }), 'empty-issuer'],
])('name chaining: %s', (_, child, issuer, reason) => {
  const check = checkNameChaining(readCertificate(child), readCertificate(issuer), 1)
  expect([check.status, check.reason]).toEqual([reason === undefined ? 'passed' : 'failed', reason])
  expect(check.subject).toBe('certificate[1]')
})
