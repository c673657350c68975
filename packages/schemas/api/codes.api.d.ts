// The public surface of @tiemchung/schemas/codes. Written by `node tools/run.mjs surface --write`.

export const birthDateSystems: readonly BirthDateSystem[];

export const ethnicGroups: readonly EthnicGroup[];

export const sexSystems: readonly SexSystem[];

export function readBirthDate<System extends BirthDateSystem>(system: System, code: BirthDateCodes[System]): PartialDate;

export function readSex(system: SexSystem, code: number | string): Sex;

export function writeBirthDate<System extends BirthDateSystem>(system: System, date: PartialDate): BirthDateCodes[System];

export function writeSex(system: SexSystem, sex: Sex): string;

export interface BirthDateCodes {
    readonly 'platform-template': string;
    readonly portal: number;
    readonly 'social-insurance': InsuranceDate;
    readonly 'citizen-card': string;
    readonly 'population-database': string;
    readonly certificate: string;
    readonly fhir: string;
}

export interface EthnicGroup {
    readonly code: string;
    readonly name: string;
}

export interface InsuranceDate {
    readonly date: string;
    readonly precision: 0 | 1 | 2;
}

export type BirthDateSystem = keyof BirthDateCodes;

export type SexSystem = 'citizen-card' | 'fhir' | 'platform-template' | 'portal' | 'social-insurance';

// Named above, but not exported.

const sexSchema: z.ZodEnum<{
    female: "female";
    male: "male";
    unknown: "unknown";
}>;

type Sex = z.infer<typeof sexSchema>;
