/** Where and when the demo plays. Codes are of the list in force in 2022; facilities and children are invented. */
import type { TrueFacility } from './truth.js'

export const place = { province: '01', district: '001', commune: '00001', neighbour: '00004' }

/** How the communes are written on the lists. */
export const communeNames: Readonly<Record<string, string>> = {
  '00001': 'Phường Phúc Xá',
  '00004': 'Phường Trúc Bạch',
}

/** A Friday on which second doses of the campaign's first week are due. */
export const demoDay = '2022-05-20'

/** The commune's health station, and its outpost for children who are not at school. */
export const station = '01234'
export const outpost = '01235'
/** Facilities outside the commune with small days of their own. */
export const neighbourStation = '01236'
export const hospital = '01238'

/** All facilities of the district, as the sandbox has them too. */
export const facilities: readonly TrueFacility[] = [
  {
    code: station,
    name: 'Trạm Y tế phường Mẫu',
    canSign: true,
    ofCommune: true,
    plan: 'vaccinates',
  },
  {
    code: outpost,
    name: 'Điểm tiêm lưu động phường Mẫu',
    canSign: false,
    ofCommune: true,
    plan: 'vaccinates',
  },
  {
    code: neighbourStation,
    name: 'Trạm Y tế phường Bên',
    canSign: true,
    ofCommune: false,
    plan: 'vaccinates',
  },
  { code: '01237', name: 'Trạm Y tế phường Xa', canSign: true, ofCommune: false, plan: 'silent' },
  { code: hospital, name: 'Bệnh viện Mẫu', canSign: true, ofCommune: false, plan: 'vaccinates' },
  { code: '01239', name: 'Trạm Y tế phường Vắng', canSign: true, ofCommune: false, plan: 'rests' },
]
