/** Before the doors open: register, plans of the district, papers, and a process for each facility. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatInstant } from '@tiemchung/core'
import { openOffice } from '../facility/office.js'
import { everybody, type Truth } from '../generate/truth.js'
import type { Platform } from '../platform/platform.js'
import type { Language } from '../show/words.js'
import { at, type Stage, type Vaccinating } from './stage.js'

/** Everybody in the population register, as it has them, right or wrong. Returns how many. */
export async function seedRegister(platform: Platform, truth: Truth): Promise<number> {
  const people = everybody(truth).flatMap(({ registered }) =>
    registered === undefined
      ? []
      : [
          {
            number: registered.number ?? '',
            fullName: registered.fullName,
            birthDate: registered.birthDate,
            sex: registered.sex,
            unverifiable: registered.unverifiable,
          },
        ],
  )
  for (let start = 0; start < people.length; start += 1000) {
    await platform.open.post('/_sandbox/people', { body: people.slice(start, start + 1000) })
  }
  return people.length
}

/** The district's health centre says who is to vaccinate today. */
export async function planDay(platform: Platform, truth: Truth): Promise<void> {
  const district = platform.as(`district.${truth.district}`)
  for (const { code, plan } of truth.facilities) {
    const body = { vaccinating: plan !== 'rests' }
    await district.put(`/v1/day-plans/${code}/${truth.day}`, { body })
  }
}

/** Each family's papers lie at its own facility. */
async function layOutPapers(out: string, truth: Truth, code: string): Promise<void> {
  const folder = join(out, 'papers')
  await mkdir(folder, { recursive: true })
  const own = everybody(truth).filter((child) => child.facility === code)
  await writeFile(join(folder, `${code}.json`), JSON.stringify(own))
}

/**
 * Starts the facilities that vaccinate, each in a process of its own with its own store, account and
 * papers: the outpost shares nothing with the station, and the neighbours with neither. The one that
 * will be silent does not switch on its computer.
 */
export async function openFacilities(given: {
  readonly truth: Truth
  readonly platform: Platform
  readonly out: string
  readonly language: Language
  readonly progress: Stage['progress']
}): Promise<readonly Vaccinating[]> {
  const { truth, platform, out, language, progress } = given
  const vaccinating = truth.facilities.filter(({ plan }) => plan === 'vaccinates')
  return Promise.all(
    vaccinating.map(async (facility): Promise<Vaccinating> => {
      const { code, canSign } = facility
      await layOutPapers(out, truth, code)
      const start = {
        out,
        code,
        canSign,
        district: truth.district.slice(2),
        date: truth.day,
        at: formatInstant(at(truth, '07:30')),
        language,
        address: platform.address,
        account: platform.credentials(`staff.${code}`),
      }
      return { ...facility, office: openOffice(start, progress) }
    }),
  )
}
