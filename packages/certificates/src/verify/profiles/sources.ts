import type { CivilDate, PolicySource } from '@tiemchung/core'

/** Where the rules of both profiles come from. */
export const sources: readonly PolicySource[] = [
  {
    id: 'hcert',
    number: 'Electronic Health Certificate Specification 1.0.5',
    issuer: 'eHealth Network',
    url: 'https://github.com/ehn-dcc-development/hcert-spec',
    confidence: 'text',
  },
  {
    id: 'dcc-schema',
    number: 'EU DCC JSON Schema 1.3.3',
    date: '2023-07-26' as CivilDate,
    issuer: 'eHealth Network',
    url: 'https://github.com/ehn-dcc-development/ehn-dcc-schema',
    confidence: 'text',
  },
  {
    id: 'special-cases',
    number: 'dcc-quality-assurance, SpecialCaseHandling',
    issuer: 'European Commission',
    url: 'https://github.com/eu-digital-green-certificates/dcc-quality-assurance',
    confidence: 'text',
  },
  {
    id: '5772',
    number: '5772/QĐ-BYT',
    date: '2021-12-20' as CivilDate,
    issuer: 'Bộ Y tế',
    confidence: 'secondary',
  },
]
