/** VN-Core's own files: profiles with their snapshots, value sets, naming systems. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { judged } from '../peers/judged.fixture.js'
import { type Snapshot, snapshotOf } from './snapshot.fixture.js'
import type { Judge, StructureDefinition } from './validator.fixture.js'
import { resourceOfXml } from './xml.fixture.js'

const vectors =
  process.env['TIEMCHUNG_VECTORS'] ?? resolve(import.meta.dirname, '../../../shared/vectors')
const folder = join(vectors, 'vn-core', 'input', 'resources')

/** Whether the files are here, and a title that says why not. */
export const vnCoreFiles = judged(
  'profiles of VN-Core',
  existsSync(folder),
  `no vn-core in ${vectors}; TIEMCHUNG_VECTORS names the folder`,
)

/** A file of VN-Core, as JSON has it. */
export function readVnCore(name: string): Record<string, unknown> {
  return resourceOfXml(readFileSync(join(folder, `${name}.xml`), 'utf8'))
}

/** The text of a file of VN-Core. */
export const textOfVnCore = (name: string): string =>
  readFileSync(join(folder, `${name}.xml`), 'utf8')

/** A profile of VN-Core upon the summary's, where it builds on one, and upon R4. */
export function vnCoreProfileOf(
  judge: Judge,
  name: string,
  ips: ReadonlyMap<string, StructureDefinition>,
): Snapshot {
  const profile = readVnCore(
    `StructureDefinition.VN-Core.${name}_v1.0.0`,
  ) as unknown as StructureDefinition
  const base = ips.get(profile.baseDefinition ?? '') ?? judge.base(profile.type)
  return snapshotOf(judge, base, profile)
}
