// The public surface of @tiemchung/clinic/roll-up. Written by `node tools/run.mjs surface --write`.

export function checkDayReports(documents: readonly unknown[], options: CheckReportsOptions): Promise<CheckedReports>;

export function rollUp(input: RollUpInput): DayRollUp;

export function rollUpCsv(one: DayRollUp, language: Language): string;

export function rollUpFaults(one: DayRollUp): readonly string[];

export function rollUpPage(one: DayRollUp, language: Language): string;

export interface CheckReportsOptions extends VerifySignatureOptions {
    readonly date: CivilDate;
    readonly expected: readonly Pick<ExpectedFacility, 'code'>[];
    readonly register: SignerRegister;
    readonly onProgress?: (done: number, total: number) => void;
    readonly signal?: AbortSignalLike;
}

export interface CheckedReports {
    readonly reports: readonly DayReport[];
    readonly issues: readonly Issue[];
}

export interface DayRollUp {
    readonly format: 'day-roll-up/1';
    readonly date: CivilDate;
    readonly madeAt: string;
    readonly levels: readonly UnitLevel[];
    readonly total: RollUpTally;
    readonly lines: readonly RollUpUnit[];
    readonly owners: readonly RollUpUnit[];
    readonly areas: readonly RollUpUnit[];
    readonly open: readonly RollUpFacility[];
    readonly issues: readonly Issue[];
}

export interface ExpectedFacility extends Facility {
    readonly vaccinating?: boolean;
}

export interface Hierarchy {
    readonly units?: AdministrativeUnits;
    readonly conversion?: CommuneConversion;
}

export interface RollUpFacility {
    readonly facility: string;
    readonly name: string;
    readonly state: 'finished' | 'open' | 'silent';
    readonly reason?: string;
    readonly since?: string;
    readonly given: number;
    readonly acknowledged: number;
    readonly open: number;
    readonly line: string;
    readonly owner: string;
    readonly area: readonly string[];
}

export interface RollUpInput {
    readonly date: CivilDate;
    readonly madeAt: Date;
    readonly reports: readonly DayReport[];
    readonly expected: readonly ExpectedFacility[];
    readonly hierarchy?: Hierarchy;
    readonly issues?: readonly Issue[];
}

export interface RollUpTally {
    readonly vaccinating: number;
    readonly finished: number;
    readonly open: Readonly<Record<string, number>>;
    readonly silent: number;
    readonly dosesGiven: number;
    readonly dosesAcknowledged: number;
    readonly oldest?: string;
}

export interface RollUpUnit extends RollUpTally {
    readonly level: 'line' | 'owner' | UnitLevel;
    readonly code: string;
    readonly name?: string;
    readonly within: readonly string[];
}
