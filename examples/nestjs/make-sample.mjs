/** Writes bodies to send: two codes of the lists' sample, and the record of an invented dose, sound and not. */
import { readFile, writeFile } from 'node:fs/promises'

const answers = [
  'anaphylaxisToVaccine',
  'acuteOrProgressingDisease',
  'anyAllergy',
  'consciousnessOrBehaviourDisorder',
  'congenitalOrChronicDisease',
  'abnormalHeartOrLungSounds',
  'anaphylaxisGrade3',
  'otherContraindication',
]
const home = { province: '01', district: '001', commune: '00001', asOf: '2022-04-10' }
const record = {
  format: 'dose-record/1',
  id: '01802361-8400-7000-8000-000000000001',
  person: {
    fullName: 'Nguyễn Thị Mẫu',
    birthDate: '2014-09-02',
    sex: 'female',
    nationality: 'VN',
    identityDocument: { kind: 'personal-number', number: '001314000001' },
    phone: '0912000001',
    guardian: { relationship: 'mother', fullName: 'Trần Thị Mẫu', phone: '0912000002' },
    permanentResidence: home,
    currentResidence: home,
    priorityGroup: 16,
  },
  dose: {
    number: 1,
    date: '2022-04-20',
    product: 'comirnaty-10',
    lot: 'FN1234',
    volumeMl: '0.2',
    site: 'left-arm',
    route: 'intramuscular',
    facility: '01234',
    vaccinator: 'staff-1',
    givenAt: '2022-04-20T09:00:00+07:00',
  },
  priorDoses: [],
  screening: Object.fromEntries(answers.map((item) => [item, 'no'])),
  consent: { state: 'agreed', by: 'mother', date: '2022-04-10' },
  identity: { status: 'pending' },
  enteredAt: '2022-04-20T09:20:00+07:00',
  enteredBy: 'staff-2',
}
const tooMuch = { ...record, dose: { ...record.dose, volumeMl: '2' } }
const [sound, changed] = (await readFile('sample/codes.txt', 'utf8')).split('\n')
const bodies = {
  code: { code: sound },
  changed: { code: changed },
  dose: record,
  'two-ml': tooMuch,
}
for (const [name, body] of Object.entries(bodies)) {
  await writeFile(`sample/${name}.json`, JSON.stringify(body, null, 2))
}
