// The public surface of @tiemchung/identity/offline. Written by `node tools/run.mjs surface --write`.

export const duplicateReasons: readonly DuplicateReason[];

export const matchPolicy1815: MatchPolicy;

export const provinceOfBirthCode: ReadonlyMap<string, string>;

export function bareName(name: string): string;

export function checkHealthInsurance({ provinceCode, group }: HealthInsurance, age?: number): readonly Issue[];

export function checkPersonalNumber(number: PersonalNumber, claims: NumberClaims, fields?: NumberFields): readonly Issue[];

export function compareBirthDates(left: PartialDate, right: PartialDate): BirthDateAgreement;

export function compareNames(left: string, right: string): NameAgreement;

export function findDuplicates(people: readonly ListedPerson[], options?: DuplicateOptions): readonly DuplicateGroup[];

export function foldName(name: string): string;

export function matchPerson(claimed: IdentityFacts, registered: IdentityFacts, policy: MatchPolicy): Report<MatchCheckId>;

export function parseHealthInsurance(text: string): HealthInsurance;

export function parsePassport(text: string, country: string): PassportNumber;

export function parsePersonalNumber(text: string): PersonalNumber;

export function readTypedNumber(text: string): TypedNumber;

export interface DuplicateGroup {
    readonly kind: 'exact' | 'near';
    readonly reason: DuplicateReason;
    readonly rows: readonly number[];
}

export interface DuplicateOptions {
    readonly reasons?: readonly DuplicateReason[];
}

export interface HealthInsurance {
    readonly number: string;
    readonly socialInsuranceNumber: string;
    readonly group?: string;
    readonly benefit?: string;
    readonly provinceCode?: string;
}

export interface IdentityFacts {
    readonly number?: string;
    readonly otherNumbers?: readonly string[];
    readonly fullName: string;
    readonly birthDate: PartialDate;
    readonly sex: 'female' | 'male' | 'unknown';
}

export interface ListedPerson {
    readonly number?: string;
    readonly fullName: string;
    readonly birthDate: PartialDate;
    readonly sex: 'female' | 'male' | 'unknown';
    readonly commune?: string;
    readonly area?: string;
    readonly guardianName?: string;
}

export interface MatchPolicy extends PolicyHead {
    readonly format: 'identity-match-policy/1';
    readonly name: {
        readonly accept: readonly NameAgreement[];
    };
    readonly birthDate: {
        readonly accept: readonly BirthDateAgreement[];
    };
}

export interface NumberClaims {
    readonly birthDate: PartialDate;
    readonly sex: 'female' | 'male' | 'unknown';
}

export interface NumberFields {
    readonly number: Path;
    readonly birthDate: Path;
    readonly sex: Path;
}

export interface PassportNumber {
    readonly number: string;
    readonly country: string;
}

export interface PersonalNumber {
    readonly number: string;
    readonly placeCode: string;
    readonly province?: string;
    readonly sex: 'female' | 'male';
    readonly birthYear: number;
}

export type BirthDateAgreement = 'compatible' | 'different' | 'exact';

export type DuplicateReason = keyof typeof kindOf;

export type MatchCheckId = 'identity.birth-date' | 'identity.name' | 'identity.number' | 'identity.sex';

export type NameAgreement = 'different' | 'exact' | 'tone-position' | 'without-diacritics';

export type NumberKind = 'cmnd-9' | 'military-8' | 'personal-number';

export type TypedNumber = {
    readonly status: 'read';
    readonly kind: NumberKind;
    readonly number: string;
    readonly offered: readonly string[];
} | {
    readonly status: 'refused';
    readonly issue: Issue;
    readonly offered: readonly string[];
};

// Named above, but not exported.

const kindOf: {
    readonly 'same-number': "exact";
    readonly 'same-name-birth-date-and-guardian': "exact";
    readonly 'same-name-and-birth-date': "near";
    readonly 'same-name-and-birth-date-number-slip': "near";
    readonly 'same-name-partial-birth-date': "near";
    readonly 'same-name-without-diacritics': "near";
    readonly 'same-name-in-neighbourhood': "near";
};
