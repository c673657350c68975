import { addDays, addYears, type CivilDate, civilDateAt } from '@tiemchung/core'
import type { Facility } from '@tiemchung/schemas'
import type { Role } from '@tiemchung/schemas/wire'
import { makeAccount, type SeededAccount } from './account/accounts.js'
import type { Database } from './database/database.js'
import { keepSecret, secretOf } from './database/secrets.js'
import type { SandboxWorld } from './world.js'

/** The facilities of a sandbox that was given none. */
export const defaultFacilities: readonly Facility[] = [
  {
    code: '01234',
    name: 'Trạm Y tế phường Mẫu',
    province: '01',
    district: '001',
    commune: '00001',
    canSign: true,
  },
  {
    code: '01235',
    name: 'Điểm tiêm lưu động phường Mẫu',
    province: '01',
    district: '001',
    commune: '00001',
    canSign: false,
  },
  {
    code: '01236',
    name: 'Trạm Y tế phường Bên',
    province: '01',
    district: '001',
    commune: '00004',
    canSign: true,
  },
  {
    code: '01237',
    name: 'Trạm Y tế phường Xa',
    province: '01',
    district: '001',
    commune: '00006',
    canSign: true,
  },
  {
    code: '01238',
    name: 'Bệnh viện Mẫu',
    province: '01',
    district: '001',
    commune: '00001',
    canSign: true,
  },
  {
    code: '01239',
    name: 'Trạm Y tế phường Vắng',
    province: '01',
    district: '001',
    commune: '00007',
    canSign: true,
  },
]

/** Province and district together; the province alone where there is no district. */
const districtOf = ({ province, district = '' }: Facility): string => `${province}${district}`

/** Puts facilities into the database, or changes those that are there. */
export async function seedFacilities(
  database: Database,
  facilities: readonly Facility[],
): Promise<void> {
  for (const facility of facilities) {
    await database.query(
      `insert into facility (code, district, body) values ($1, $2, $3::jsonb)
       on conflict (code) do update set district = excluded.district, body = excluded.body`,
      [facility.code, districtOf(facility), JSON.stringify(facility)],
    )
  }
}

interface Wanted {
  readonly name: string
  readonly role: Role
  readonly unit?: string
}

function wantedAccounts(facilities: readonly Facility[]): readonly Wanted[] {
  const communes = new Set(facilities.map((one) => one.commune))
  const districts = new Set(facilities.filter((one) => one.district !== undefined).map(districtOf))
  const provinces = new Set(facilities.map((one) => one.province))
  return [
    ...facilities.flatMap(({ code }): Wanted[] => [
      { name: `staff.${code}`, role: 'facility-staff', unit: code },
      { name: `head.${code}`, role: 'facility-head', unit: code },
    ]),
    ...[...communes].flatMap((unit): Wanted[] => [
      { name: `station.${unit}`, role: 'commune-station', unit },
      { name: `police.${unit}`, role: 'commune-police', unit },
      { name: `chair.${unit}`, role: 'commune-chair', unit },
    ]),
    ...[...districts].map(
      (unit): Wanted => ({
        name: `district.${unit}`,
        role: 'district-centre',
        unit,
      }),
    ),
    ...[...provinces].flatMap((unit): Wanted[] => [
      { name: `province.${unit}`, role: 'province', unit },
      { name: `cdc.${unit}`, role: 'provincial-cdc', unit },
    ]),
    { name: 'citizen', role: 'citizen' },
    { name: 'ministry', role: 'ministry', unit: 'BYT' },
    { name: 'central-signer', role: 'central-signer' },
  ]
}

/**
 * One account of each role for each unit. Those that a database has keep their passwords, so that whoever
 * has them can go on after a restart.
 */
export async function seedAccounts(
  database: Database,
  world: SandboxWorld,
  { facilities, fresh }: { readonly facilities: readonly Facility[]; readonly fresh: boolean },
): Promise<readonly SeededAccount[]> {
  const known = (await secretOf<SeededAccount[]>(database, 'accounts')) ?? []
  const names = new Set(known.map((account) => account.name))
  const accounts = [...known]
  for (const wanted of wantedAccounts(facilities)) {
    if (names.has(wanted.name)) continue
    const phone = `08${String(10_000_000 + accounts.length)}`
    accounts.push(await makeAccount(database, world, { ...wanted, phone }, fresh))
  }
  if (accounts.length > known.length) await keepSecret(database, 'accounts', accounts)
  return accounts
}

/** From yesterday, for two years: how long the keys of a fresh sandbox live. */
export function keyValidity(world: SandboxWorld): { from: CivilDate; to: CivilDate } {
  const today = civilDateAt(world.clock.now())
  return { from: addDays(today, -1), to: addYears(today, 2) }
}
