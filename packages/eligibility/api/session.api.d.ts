// The public surface of @tiemchung/eligibility/session. Written by `node tools/run.mjs surface --write`.

export const thawLives: readonly ThawLife[];

export function planSessions(requests: readonly SessionRequest[], sites: readonly SessionSite[], options?: SessionOptions): SessionPlan;

export interface Opening {
    readonly product: string;
    readonly from: CivilDate;
    readonly until: CivilDate | null;
}

export interface PlannedVisit {
    readonly id: string;
    readonly site: string;
    readonly date: CivilDate;
    readonly dose: number;
    readonly product: string;
    readonly vials: number;
}

export interface SessionDay {
    readonly date: CivilDate;
    readonly capacity: number;
}

export interface SessionOptions {
    readonly thawLives?: readonly ThawLife[];
    readonly followUp?: (visit: PlannedVisit) => readonly Opening[];
}

export interface SessionPlan {
    readonly visits: readonly PlannedVisit[];
    readonly unserved: readonly Unserved[];
    readonly reserved: readonly PlannedVisit[];
    readonly unreserved: readonly Unserved[];
}

export interface SessionRequest {
    readonly id: string;
    readonly site: string;
    readonly school?: string;
    readonly dose: number;
    readonly openings: readonly Opening[];
}

export interface SessionSite {
    readonly id: string;
    readonly days: readonly SessionDay[];
    readonly stock: readonly Vials[];
}

export interface ThawLife {
    readonly product: string;
    readonly days: number;
    readonly assumption: {
        readonly vi: string;
        readonly en: string;
    };
}

export interface Unserved {
    readonly id: string;
    readonly reason: UnservedReason;
}

export interface Vials {
    readonly product: string;
    readonly vials: number;
    readonly dosesPerVial: number;
    readonly from?: CivilDate;
    readonly expires?: CivilDate;
    readonly thawedOn?: CivilDate;
}

export type UnservedReason = 'expired' | 'noCapacity' | 'noDoseLeft' | 'noOpening' | 'noProduct' | 'noSession' | 'noSite';
