// The public surface of @tiemchung/schemas/units. Written by `node tools/run.mjs surface --write`.

const unitErrors: Readonly<Record<"facility.code.province" | "facility.period.backward" | "facility.period.gap" | "facility.period.overlap" | "units.commune.elsewhere" | "units.commune.unknown" | "units.conversion" | "units.conversion.missing" | "units.conversion.new-unknown" | "units.conversion.old-unknown" | "units.conversion.province" | "units.conversion.repeated" | "units.conversion.row" | "units.conversion.shape" | "units.district.abolished" | "units.district.elsewhere" | "units.district.missing" | "units.district.unknown" | "units.list" | "units.list.as-of" | "units.list.levels" | "units.list.parent" | "units.list.repeated" | "units.list.row" | "units.list.shape" | "units.not-covered" | "units.province.merged" | "units.province.unknown", _tiemchung_core.CatalogueEntry>>;
export { unitErrors as errorCatalogue }

export const assumedFacilityCodes: FacilityCodeRule;

export function addressIssues(address: CodedAddress, lists: readonly AdministrativeUnits[], at?: Path): readonly Issue[];

export function convertAddress<Address extends CodedAddress>(address: Address, table: CommuneConversion, after: AdministrativeUnits): ConvertedAddress<Address>;

export function convertCommune(code: string, table: CommuneConversion): Conversion;

export function convertProvince(code: string, from: CivilDate, to: CivilDate): Conversion;

export function facilityIssues(facility: Facility, { lists, on, codes, at }: FacilityJudging): readonly Issue[];

export function levelsOn(day: CivilDate): readonly UnitLevel[];

export function lintCommuneConversion({ communes }: CommuneConversion, { before, after }: ConvertedLists): readonly Issue[];

export function loadAdministrativeUnits(document: unknown, options?: UnitListOptions): AdministrativeUnits;

export function loadCommuneConversion(document: unknown): CommuneConversion;

export function periodOn({ periods }: DatedUnit, day: CivilDate): UnitPeriod | undefined;

export function provinceOn(code: string, day: CivilDate): Province | undefined;

export function provincesOn(day: CivilDate): readonly Province[];

export function readCommuneConversionCsv(text: string, source: string): CommuneConversion;

export function reportsTo(unit: DatedUnit, day: CivilDate): ReportingLine | undefined;

export function unitPeriodIssues(periods: readonly UnitPeriod[], at?: Path): readonly Issue[];

export interface AdministrativeUnit {
    readonly code: string;
    readonly name: string;
    readonly level: UnitLevel;
    readonly parent: null | string;
}

export interface AdministrativeUnits {
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly levels: readonly UnitLevel[];
    find(code: string): AdministrativeUnit | undefined;
    childrenOf(code: null | string): readonly AdministrativeUnit[];
    isWithin(code: string, outer: string): boolean;
    named(name: string, query: NameQuery): readonly AdministrativeUnit[];
}

export interface CodedAddress {
    readonly province: string;
    readonly district?: string | undefined;
    readonly commune: string;
    readonly asOf: CivilDate;
}

export interface CommuneConversion {
    readonly source: string;
    readonly communes: ReadonlyMap<string, readonly string[]>;
}

export interface ConvertedLists {
    readonly before: AdministrativeUnits;
    readonly after: AdministrativeUnits;
}

export interface DatedUnit {
    readonly periods?: readonly UnitPeriod[] | undefined;
}

export interface FacilityCodeRule {
    readonly provinceFirst: boolean;
    readonly keptAtMerger: boolean;
}

export interface FacilityJudging {
    readonly lists?: readonly AdministrativeUnits[];
    readonly on: CivilDate;
    readonly codes?: FacilityCodeRule;
    readonly at?: Path;
}

export interface NameQuery {
    readonly level: UnitLevel;
    readonly within?: string;
    readonly marks?: 'ignored' | 'needed';
}

export interface Province {
    readonly code: string;
    readonly name: string;
    readonly fullName: string;
    readonly kind: 'municipality' | 'province';
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly source: string;
    readonly confidence: Confidence;
}

export interface UnitListOptions {
    readonly asOf?: CivilDate;
    readonly until?: CivilDate;
}

export type Conversion = {
    readonly status: 'one';
    readonly code: string;
} | {
    readonly status: 'several';
    readonly candidates: readonly string[];
    readonly dependsOn: 'commune' | 'place';
} | {
    readonly status: 'unknown';
};

export type ConvertedAddress<Address extends CodedAddress> = {
    readonly status: 'one';
    readonly address: Address;
} | {
    readonly status: 'several';
    readonly candidates: readonly Address[];
} | {
    readonly status: 'unknown';
};

export type UnitLevel = 'commune' | 'district' | 'province';

// Named above, but not exported.

const facilitySchema: z.ZodObject<{
    code: z.ZodString;
    name: z.ZodString;
    province: z.ZodString;
    district: z.ZodOptional<z.ZodString>;
    commune: z.ZodString;
    asOf: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
    periods: z.ZodOptional<z.ZodArray<z.ZodObject<{
        from: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        to: z.ZodNullable<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
        owner: z.ZodEnum<{
            "ministry-of-health": "ministry-of-health";
            "ministry-or-branch": "ministry-or-branch";
            "non-public": "non-public";
            province: "province";
        }>;
        reportsTo: z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                line: z.ZodLiteral<"province">;
                province: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                line: z.ZodLiteral<"ministry-of-health">;
            }, z.core.$strict>,
            z.ZodObject<{
                line: z.ZodLiteral<"ministry-or-branch">;
                branch: z.ZodEnum<{
                    "public-security": "public-security";
                    defence: "defence";
                    other: "other";
                }>;
            }, z.core.$strict>
        ], "line">;
    }, z.core.$strict>>>;
    canSign: z.ZodBoolean;
}, z.core.$strict>;

const reportingLineSchema: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        line: z.ZodLiteral<"province">;
        province: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        line: z.ZodLiteral<"ministry-of-health">;
    }, z.core.$strict>,
    z.ZodObject<{
        line: z.ZodLiteral<"ministry-or-branch">;
        branch: z.ZodEnum<{
            "public-security": "public-security";
            defence: "defence";
            other: "other";
        }>;
    }, z.core.$strict>
], "line">;

const unitPeriodSchema: z.ZodObject<{
    from: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    to: z.ZodNullable<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
    owner: z.ZodEnum<{
        "ministry-of-health": "ministry-of-health";
        "ministry-or-branch": "ministry-or-branch";
        "non-public": "non-public";
        province: "province";
    }>;
    reportsTo: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            line: z.ZodLiteral<"province">;
            province: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            line: z.ZodLiteral<"ministry-of-health">;
        }, z.core.$strict>,
        z.ZodObject<{
            line: z.ZodLiteral<"ministry-or-branch">;
            branch: z.ZodEnum<{
                "public-security": "public-security";
                defence: "defence";
                other: "other";
            }>;
        }, z.core.$strict>
    ], "line">;
}, z.core.$strict>;

type Facility = z.infer<typeof facilitySchema>;

type ReportingLine = z.infer<typeof reportingLineSchema>;

type UnitPeriod = z.infer<typeof unitPeriodSchema>;
