import { ipsProfile } from '../systems.js'
import type { FhirProfile } from './profile.js'

/** The International Patient Summary, 1.1.0. */
export const ips: FhirProfile = {
  id: 'ips',
  fhirVersion: '4.0.1',
  status: 'published',
  sources: ['https://hl7.org/fhir/uv/ips/STU1.1/'],
  canonicals: {
    Bundle: ipsProfile('Bundle-uv-ips'),
    Composition: ipsProfile('Composition-uv-ips'),
    Patient: ipsProfile('Patient-uv-ips'),
    Immunization: ipsProfile('Immunization-uv-ips'),
    Organization: ipsProfile('Organization-uv-ips'),
    Practitioner: ipsProfile('Practitioner-uv-ips'),
  },
  nationalExtensions: false,
  chiefComplaint: false,
  slips: [
    {
      id: 'sections-without-data',
      says: {
        vi: 'Tài liệu phải có ba phần: bệnh, dị ứng và thuốc đang dùng.',
        en: 'A document has sections for problems, allergies and medication.',
      },
      written: {
        vi: 'Bản ghi tiêm không biết các thông tin này: ba phần để trống với lý do "unavailable".',
        en: 'A dose record does not know them: the three sections are empty, with the reason "unavailable".',
      },
    },
  ],
}
