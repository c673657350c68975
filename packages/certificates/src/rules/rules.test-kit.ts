/** An invented rule and invented claims for the tests of rules. */
import { issuedAt, samplePayload, within } from '../test-kit.js'
import type { HealthCertificateClaims } from '../verify/index.js'
import type { BusinessRule } from './business-rule.js'

/** A rule of France that holds for a complete course. */
export function ruleWith(changes: Partial<BusinessRule> = {}): BusinessRule {
  return {
    Identifier: 'VR-FR-0001',
    Type: 'Acceptance',
    Country: 'FR',
    Version: '1.0.0',
    SchemaVersion: '1.0.0',
    Engine: 'CERTLOGIC',
    EngineVersion: '0.7.5',
    CertificateType: 'Vaccination',
    Description: [{ lang: 'en', desc: 'The course must be complete.' }],
    ValidFrom: '2022-01-01T00:00:00Z',
    ValidTo: '2030-01-01T00:00:00Z',
    AffectedFields: ['v.0', 'v.0.dn', 'v.0.sd'],
    Logic: { '>=': [{ var: 'payload.v.0.dn' }, { var: 'payload.v.0.sd' }] },
    ...changes,
  }
}

/** Claims of an invented person's vaccination on 2022-05-20, issued by Viet Nam. */
export function claimsWith(
  changes: Partial<HealthCertificateClaims> = {},
): HealthCertificateClaims {
  const payload = samplePayload()
  return {
    type: 'vaccination',
    issuer: 'VN',
    issuedAt: new Date(issuedAt * 1000),
    expiresAt: new Date('2023-06-01T00:00:00Z'),
    payload,
    certificateId: payload.v?.[0].ci ?? '',
    ...changes,
  }
}

/** Arrival in France. */
export const arrival = { at: within, country: 'FR' } as const
