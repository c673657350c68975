// The public surface of @tiemchung/schemas. Written by `node tools/run.mjs surface --write`.

export const addressSchema: z.ZodObject<{
    province: z.ZodString;
    district: z.ZodOptional<z.ZodString>;
    commune: z.ZodString;
    detail: z.ZodOptional<z.ZodString>;
    asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
}, z.core.$strict>;

export const amendmentReasonSchema: z.ZodEnum<{
    "entry-error": "entry-error";
    "identity-correction": "identity-correction";
    "register-correction": "register-correction";
    feedback: "feedback";
}>;

export const amendsSchema: z.ZodObject<{
    recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    hash: z.ZodString;
    firstRecordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    reason: z.ZodEnum<{
        "entry-error": "entry-error";
        "identity-correction": "identity-correction";
        "register-correction": "register-correction";
        feedback: "feedback";
    }>;
    feedbackId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
}, z.core.$strict>;

export const answerSchema: z.ZodEnum<{
    no: "no";
    unknown: "unknown";
    yes: "yes";
}>;

export const certificateRequestSchema: z.ZodObject<{
    format: z.ZodLiteral<"certificate-request/1">;
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    familyName: z.ZodString;
    givenName: z.ZodOptional<z.ZodString>;
    birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
    nationality: z.ZodString;
    disease: z.ZodLiteral<"840539006">;
    dosesReceived: z.ZodInt;
    courseDoses: z.ZodInt;
    vaccinationDate: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    doseNumber: z.ZodInt;
    product: z.ZodString;
    lot: z.ZodString;
    recordIds: z.ZodArray<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
}, z.core.$strict>;

export const civilDateSchema: z.ZodType<CivilDate, string, z.core.$ZodTypeInternals<CivilDate, string>>;

export const claimedDataSchema: z.ZodObject<{
    fullName: z.ZodOptional<z.ZodString>;
    birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
    sex: z.ZodOptional<z.ZodEnum<{
        female: "female";
        male: "male";
        unknown: "unknown";
    }>>;
    identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            kind: z.ZodLiteral<"personal-number">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"cmnd-9">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"cmnd-12">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"military-8">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"passport">;
            number: z.ZodString;
            country: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"none">;
            reason: z.ZodEnum<{
                "not-issued": "not-issued";
                "not-presented": "not-presented";
                malformed: "malformed";
            }>;
        }, z.core.$strict>
    ], "kind">>;
    doseNumber: z.ZodOptional<z.ZodInt>;
    doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
    product: z.ZodOptional<z.ZodString>;
    lot: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;

export const completenessPurposes: readonly [
    "may-be-entered",
    "may-be-matched",
    "may-be-signed",
    "may-be-issued"
];

export const consentSchema: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        by: z.ZodEnum<{
            father: "father";
            guardian: "guardian";
            mother: "mother";
        }>;
        name: z.ZodOptional<z.ZodString>;
        phone: z.ZodOptional<z.ZodString>;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        state: z.ZodLiteral<"agreed">;
    }, z.core.$strict>,
    z.ZodObject<{
        by: z.ZodEnum<{
            father: "father";
            guardian: "guardian";
            mother: "mother";
        }>;
        name: z.ZodOptional<z.ZodString>;
        phone: z.ZodOptional<z.ZodString>;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        state: z.ZodLiteral<"refused">;
    }, z.core.$strict>,
    z.ZodObject<{
        state: z.ZodLiteral<"none">;
    }, z.core.$strict>
], "state">;

export const correctionSchema: z.ZodObject<{
    step: z.ZodEnum<{
        amended: "amended";
        matched: "matched";
        reissued: "reissued";
        revoked: "revoked";
        signed: "signed";
    }>;
    at: z.ZodString;
    made: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    outcome: z.ZodEnum<{
        "not-needed": "not-needed";
        done: "done";
    }>;
}, z.core.$strict>;

export const correctionStepSchema: z.ZodEnum<{
    amended: "amended";
    matched: "matched";
    reissued: "reissued";
    revoked: "revoked";
    signed: "signed";
}>;

export const covid2022SameDay: Regime;

export const decimalSchema: z.ZodString;

export const doseRecordSchema: z.ZodObject<{
    format: z.ZodLiteral<"dose-record/1">;
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    person: z.ZodObject<{
        fullName: z.ZodString;
        birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
        sex: z.ZodEnum<{
            female: "female";
            male: "male";
            unknown: "unknown";
        }>;
        nationality: z.ZodString;
        identityDocument: z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                kind: z.ZodLiteral<"personal-number">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-9">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-12">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"military-8">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"passport">;
                number: z.ZodString;
                country: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"none">;
                reason: z.ZodEnum<{
                    "not-issued": "not-issued";
                    "not-presented": "not-presented";
                    malformed: "malformed";
                }>;
            }, z.core.$strict>
        ], "kind">;
        healthInsurance: z.ZodOptional<z.ZodString>;
        phone: z.ZodOptional<z.ZodString>;
        guardian: z.ZodOptional<z.ZodObject<{
            relationship: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
            }>;
            fullName: z.ZodString;
            phone: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>;
        permanentResidence: z.ZodOptional<z.ZodObject<{
            province: z.ZodString;
            district: z.ZodOptional<z.ZodString>;
            commune: z.ZodString;
            detail: z.ZodOptional<z.ZodString>;
            asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        }, z.core.$strict>>;
        currentResidence: z.ZodObject<{
            province: z.ZodString;
            district: z.ZodOptional<z.ZodString>;
            commune: z.ZodString;
            detail: z.ZodOptional<z.ZodString>;
            asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        }, z.core.$strict>;
        workplace: z.ZodOptional<z.ZodString>;
        ethnicGroup: z.ZodOptional<z.ZodString>;
        priorityGroup: z.ZodOptional<z.ZodInt>;
    }, z.core.$strict>;
    dose: z.ZodObject<{
        number: z.ZodInt;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        product: z.ZodString;
        lot: z.ZodString;
        expiryDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
        volumeMl: z.ZodString;
        site: z.ZodEnum<{
            "left-arm": "left-arm";
            "left-thigh": "left-thigh";
            "right-arm": "right-arm";
            "right-thigh": "right-thigh";
        }>;
        route: z.ZodLiteral<"intramuscular">;
        facility: z.ZodString;
        vaccinator: z.ZodString;
        givenAt: z.ZodString;
        observedUntil: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>;
    priorDoses: z.ZodArray<z.ZodObject<{
        number: z.ZodInt;
        date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
        product: z.ZodString;
        lot: z.ZodOptional<z.ZodString>;
        facility: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
    screening: z.ZodObject<{
        anaphylaxisToVaccine: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        acuteOrProgressingDisease: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        anyAllergy: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        consciousnessOrBehaviourDisorder: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        congenitalOrChronicDisease: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        abnormalHeartOrLungSounds: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        anaphylaxisGrade3: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
        otherContraindication: z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>;
    }, z.core.$strict>;
    examination: z.ZodOptional<z.ZodObject<{
        temperature: z.ZodOptional<z.ZodString>;
        pulse: z.ZodOptional<z.ZodInt>;
        conclusion: z.ZodOptional<z.ZodEnum<{
            caution: "caution";
            contraindicated: "contraindicated";
            defer: "defer";
            eligible: "eligible";
            hospital: "hospital";
        }>>;
        by: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
    consent: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            by: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
            }>;
            name: z.ZodOptional<z.ZodString>;
            phone: z.ZodOptional<z.ZodString>;
            date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            state: z.ZodLiteral<"agreed">;
        }, z.core.$strict>,
        z.ZodObject<{
            by: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
            }>;
            name: z.ZodOptional<z.ZodString>;
            phone: z.ZodOptional<z.ZodString>;
            date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            state: z.ZodLiteral<"refused">;
        }, z.core.$strict>,
        z.ZodObject<{
            state: z.ZodLiteral<"none">;
        }, z.core.$strict>
    ], "state">;
    identity: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            status: z.ZodLiteral<"matched">;
            verificationId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            at: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            status: z.ZodLiteral<"not-required">;
            because: z.ZodLiteral<"foreign-passport">;
        }, z.core.$strict>,
        z.ZodObject<{
            status: z.ZodEnum<{
                "malformed-number": "malformed-number";
                "no-number": "no-number";
                "not-found": "not-found";
                mismatched: "mismatched";
                unverifiable: "unverifiable";
            }>;
            verificationId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
            at: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            status: z.ZodLiteral<"pending">;
        }, z.core.$strict>
    ], "status">;
    reactions: z.ZodOptional<z.ZodArray<z.ZodObject<{
        what: z.ZodEnum<{
            "chest-pain": "chest-pain";
            "muscle-pain": "muscle-pain";
            "pain-at-site": "pain-at-site";
            "swelling-at-site": "swelling-at-site";
            anaphylaxis: "anaphylaxis";
            breathlessness: "breathlessness";
            fainting: "fainting";
            fatigue: "fatigue";
            fever: "fever";
            headache: "headache";
            nausea: "nausea";
            other: "other";
            rash: "rash";
            seizure: "seizure";
        }>;
        onset: z.ZodString;
        grade: z.ZodInt;
        outcome: z.ZodEnum<{
            fatal: "fatal";
            ongoing: "ongoing";
            recovering: "recovering";
            resolved: "resolved";
            sequelae: "sequelae";
            unknown: "unknown";
        }>;
        note: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>>;
    enteredAt: z.ZodString;
    enteredBy: z.ZodString;
    amends: z.ZodOptional<z.ZodObject<{
        recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        hash: z.ZodString;
        firstRecordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        reason: z.ZodEnum<{
            "entry-error": "entry-error";
            "identity-correction": "identity-correction";
            "register-correction": "register-correction";
            feedback: "feedback";
        }>;
        feedbackId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const doseSchema: z.ZodObject<{
    number: z.ZodInt;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    product: z.ZodString;
    lot: z.ZodString;
    expiryDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
    volumeMl: z.ZodString;
    site: z.ZodEnum<{
        "left-arm": "left-arm";
        "left-thigh": "left-thigh";
        "right-arm": "right-arm";
        "right-thigh": "right-thigh";
    }>;
    route: z.ZodLiteral<"intramuscular">;
    facility: z.ZodString;
    vaccinator: z.ZodString;
    givenAt: z.ZodString;
    observedUntil: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;

export const envelopeSchema: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        kind: z.ZodLiteral<"dose-records">;
        documents: z.ZodArray<z.ZodObject<{
            format: z.ZodLiteral<"dose-record/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            person: z.ZodObject<{
                fullName: z.ZodString;
                birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
                sex: z.ZodEnum<{
                    female: "female";
                    male: "male";
                    unknown: "unknown";
                }>;
                nationality: z.ZodString;
                identityDocument: z.ZodDiscriminatedUnion<[
                    z.ZodObject<{
                        kind: z.ZodLiteral<"personal-number">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"cmnd-9">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"cmnd-12">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"military-8">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"passport">;
                        number: z.ZodString;
                        country: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"none">;
                        reason: z.ZodEnum<{
                            "not-issued": "not-issued";
                            "not-presented": "not-presented";
                            malformed: "malformed";
                        }>;
                    }, z.core.$strict>
                ], "kind">;
                healthInsurance: z.ZodOptional<z.ZodString>;
                phone: z.ZodOptional<z.ZodString>;
                guardian: z.ZodOptional<z.ZodObject<{
                    relationship: z.ZodEnum<{
                        father: "father";
                        guardian: "guardian";
                        mother: "mother";
                    }>;
                    fullName: z.ZodString;
                    phone: z.ZodOptional<z.ZodString>;
                }, z.core.$strict>>;
                permanentResidence: z.ZodOptional<z.ZodObject<{
                    province: z.ZodString;
                    district: z.ZodOptional<z.ZodString>;
                    commune: z.ZodString;
                    detail: z.ZodOptional<z.ZodString>;
                    asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                }, z.core.$strict>>;
                currentResidence: z.ZodObject<{
                    province: z.ZodString;
                    district: z.ZodOptional<z.ZodString>;
                    commune: z.ZodString;
                    detail: z.ZodOptional<z.ZodString>;
                    asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                }, z.core.$strict>;
                workplace: z.ZodOptional<z.ZodString>;
                ethnicGroup: z.ZodOptional<z.ZodString>;
                priorityGroup: z.ZodOptional<z.ZodInt>;
            }, z.core.$strict>;
            dose: z.ZodObject<{
                number: z.ZodInt;
                date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                product: z.ZodString;
                lot: z.ZodString;
                expiryDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
                volumeMl: z.ZodString;
                site: z.ZodEnum<{
                    "left-arm": "left-arm";
                    "left-thigh": "left-thigh";
                    "right-arm": "right-arm";
                    "right-thigh": "right-thigh";
                }>;
                route: z.ZodLiteral<"intramuscular">;
                facility: z.ZodString;
                vaccinator: z.ZodString;
                givenAt: z.ZodString;
                observedUntil: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>;
            priorDoses: z.ZodArray<z.ZodObject<{
                number: z.ZodInt;
                date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                product: z.ZodString;
                lot: z.ZodOptional<z.ZodString>;
                facility: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>>;
            screening: z.ZodObject<{
                anaphylaxisToVaccine: z.ZodEnum<{
                    no: "no";
                    unknown: "unknown";
                    yes: "yes";
                }>;
                acuteOrProgressingDisease: z.ZodEnum<{
                    no: "no";
                    unknown: "unknown";
                    yes: "yes";
                }>;
                anyAllergy: z.ZodEnum<{
                    no: "no";
                    unknown: "unknown";
                    yes: "yes";
                }>;
                consciousnessOrBehaviourDisorder: z.ZodEnum<{
                    no: "no";
                    unknown: "unknown";
                    yes: "yes";
                }>;
                congenitalOrChronicDisease: z.ZodEnum<{
                    no: "no";
                    unknown: "unknown";
                    yes: "yes";
                }>;
                abnormalHeartOrLungSounds: z.ZodEnum<{
                    no: "no";
                    unknown: "unknown";
                    yes: "yes";
                }>;
                anaphylaxisGrade3: z.ZodEnum<{
                    no: "no";
                    unknown: "unknown";
                    yes: "yes";
                }>;
                otherContraindication: z.ZodEnum<{
                    no: "no";
                    unknown: "unknown";
                    yes: "yes";
                }>;
            }, z.core.$strict>;
            examination: z.ZodOptional<z.ZodObject<{
                temperature: z.ZodOptional<z.ZodString>;
                pulse: z.ZodOptional<z.ZodInt>;
                conclusion: z.ZodOptional<z.ZodEnum<{
                    caution: "caution";
                    contraindicated: "contraindicated";
                    defer: "defer";
                    eligible: "eligible";
                    hospital: "hospital";
                }>>;
                by: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>>;
            consent: z.ZodDiscriminatedUnion<[
                z.ZodObject<{
                    by: z.ZodEnum<{
                        father: "father";
                        guardian: "guardian";
                        mother: "mother";
                    }>;
                    name: z.ZodOptional<z.ZodString>;
                    phone: z.ZodOptional<z.ZodString>;
                    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                    state: z.ZodLiteral<"agreed">;
                }, z.core.$strict>,
                z.ZodObject<{
                    by: z.ZodEnum<{
                        father: "father";
                        guardian: "guardian";
                        mother: "mother";
                    }>;
                    name: z.ZodOptional<z.ZodString>;
                    phone: z.ZodOptional<z.ZodString>;
                    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
                    state: z.ZodLiteral<"refused">;
                }, z.core.$strict>,
                z.ZodObject<{
                    state: z.ZodLiteral<"none">;
                }, z.core.$strict>
            ], "state">;
            identity: z.ZodDiscriminatedUnion<[
                z.ZodObject<{
                    status: z.ZodLiteral<"matched">;
                    verificationId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                    at: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    status: z.ZodLiteral<"not-required">;
                    because: z.ZodLiteral<"foreign-passport">;
                }, z.core.$strict>,
                z.ZodObject<{
                    status: z.ZodEnum<{
                        "malformed-number": "malformed-number";
                        "no-number": "no-number";
                        "not-found": "not-found";
                        mismatched: "mismatched";
                        unverifiable: "unverifiable";
                    }>;
                    verificationId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
                    at: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    status: z.ZodLiteral<"pending">;
                }, z.core.$strict>
            ], "status">;
            reactions: z.ZodOptional<z.ZodArray<z.ZodObject<{
                what: z.ZodEnum<{
                    "chest-pain": "chest-pain";
                    "muscle-pain": "muscle-pain";
                    "pain-at-site": "pain-at-site";
                    "swelling-at-site": "swelling-at-site";
                    anaphylaxis: "anaphylaxis";
                    breathlessness: "breathlessness";
                    fainting: "fainting";
                    fatigue: "fatigue";
                    fever: "fever";
                    headache: "headache";
                    nausea: "nausea";
                    other: "other";
                    rash: "rash";
                    seizure: "seizure";
                }>;
                onset: z.ZodString;
                grade: z.ZodInt;
                outcome: z.ZodEnum<{
                    fatal: "fatal";
                    ongoing: "ongoing";
                    recovering: "recovering";
                    resolved: "resolved";
                    sequelae: "sequelae";
                    unknown: "unknown";
                }>;
                note: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>>>;
            enteredAt: z.ZodString;
            enteredBy: z.ZodString;
            amends: z.ZodOptional<z.ZodObject<{
                recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                hash: z.ZodString;
                firstRecordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
                reason: z.ZodEnum<{
                    "entry-error": "entry-error";
                    "identity-correction": "identity-correction";
                    "register-correction": "register-correction";
                    feedback: "feedback";
                }>;
                feedbackId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
        format: z.ZodLiteral<"envelope/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        sender: z.ZodString;
        sentAt: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"signed-records">;
        documents: z.ZodArray<z.ZodObject<{
            format: z.ZodLiteral<"signed-record/1">;
            recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            facility: z.ZodString;
            jws: z.ZodUnion<readonly [
                z.ZodString,
                z.ZodObject<{
                    payload: z.ZodString;
                    protected: z.ZodString;
                    header: z.ZodObject<{
                        etsiU: z.ZodArray<z.ZodString>;
                    }, z.core.$strict>;
                    signature: z.ZodString;
                }, z.core.$strict>
            ]>;
        }, z.core.$strict>>;
        format: z.ZodLiteral<"envelope/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        sender: z.ZodString;
        sentAt: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"reactions">;
        documents: z.ZodArray<z.ZodObject<{
            format: z.ZodLiteral<"reaction/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            facility: z.ZodString;
            reportedAt: z.ZodString;
            source: z.ZodEnum<{
                facility: "facility";
                guardian: "guardian";
                hospital: "hospital";
                person: "person";
            }>;
            enteredBy: z.ZodString;
            reactions: z.ZodArray<z.ZodObject<{
                what: z.ZodEnum<{
                    "chest-pain": "chest-pain";
                    "muscle-pain": "muscle-pain";
                    "pain-at-site": "pain-at-site";
                    "swelling-at-site": "swelling-at-site";
                    anaphylaxis: "anaphylaxis";
                    breathlessness: "breathlessness";
                    fainting: "fainting";
                    fatigue: "fatigue";
                    fever: "fever";
                    headache: "headache";
                    nausea: "nausea";
                    other: "other";
                    rash: "rash";
                    seizure: "seizure";
                }>;
                onset: z.ZodString;
                grade: z.ZodInt;
                outcome: z.ZodEnum<{
                    fatal: "fatal";
                    ongoing: "ongoing";
                    recovering: "recovering";
                    resolved: "resolved";
                    sequelae: "sequelae";
                    unknown: "unknown";
                }>;
                note: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>>;
            replaces: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        }, z.core.$strict>>;
        format: z.ZodLiteral<"envelope/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        sender: z.ZodString;
        sentAt: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"certificate-requests">;
        documents: z.ZodArray<z.ZodObject<{
            format: z.ZodLiteral<"certificate-request/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            familyName: z.ZodString;
            givenName: z.ZodOptional<z.ZodString>;
            birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
            nationality: z.ZodString;
            disease: z.ZodLiteral<"840539006">;
            dosesReceived: z.ZodInt;
            courseDoses: z.ZodInt;
            vaccinationDate: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
            doseNumber: z.ZodInt;
            product: z.ZodString;
            lot: z.ZodString;
            recordIds: z.ZodArray<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        }, z.core.$strict>>;
        format: z.ZodLiteral<"envelope/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        sender: z.ZodString;
        sentAt: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"feedback">;
        documents: z.ZodArray<z.ZodObject<{
            format: z.ZodLiteral<"feedback/1">;
            id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
            type: z.ZodEnum<{
                "duplicate-dose": "duplicate-dose";
                "missing-dose": "missing-dose";
                "wrong-birth-date": "wrong-birth-date";
                "wrong-dose-date": "wrong-dose-date";
                "wrong-dose-number": "wrong-dose-number";
                "wrong-identity-number": "wrong-identity-number";
                "wrong-lot": "wrong-lot";
                "wrong-name": "wrong-name";
                "wrong-product": "wrong-product";
                "wrong-sex": "wrong-sex";
                other: "other";
            }>;
            reporter: z.ZodObject<{
                fullName: z.ZodString;
                phone: z.ZodString;
                relationship: z.ZodEnum<{
                    father: "father";
                    guardian: "guardian";
                    mother: "mother";
                    self: "self";
                }>;
            }, z.core.$strict>;
            person: z.ZodObject<{
                fullName: z.ZodString;
                birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
                identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
                    z.ZodObject<{
                        kind: z.ZodLiteral<"personal-number">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"cmnd-9">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"cmnd-12">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"military-8">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"passport">;
                        number: z.ZodString;
                        country: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"none">;
                        reason: z.ZodEnum<{
                            "not-issued": "not-issued";
                            "not-presented": "not-presented";
                            malformed: "malformed";
                        }>;
                    }, z.core.$strict>
                ], "kind">>;
            }, z.core.$strict>;
            recordId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
            facility: z.ZodOptional<z.ZodString>;
            province: z.ZodOptional<z.ZodString>;
            district: z.ZodOptional<z.ZodString>;
            commune: z.ZodOptional<z.ZodString>;
            claimed: z.ZodObject<{
                fullName: z.ZodOptional<z.ZodString>;
                birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
                sex: z.ZodOptional<z.ZodEnum<{
                    female: "female";
                    male: "male";
                    unknown: "unknown";
                }>>;
                identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
                    z.ZodObject<{
                        kind: z.ZodLiteral<"personal-number">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"cmnd-9">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"cmnd-12">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"military-8">;
                        number: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"passport">;
                        number: z.ZodString;
                        country: z.ZodString;
                    }, z.core.$strict>,
                    z.ZodObject<{
                        kind: z.ZodLiteral<"none">;
                        reason: z.ZodEnum<{
                            "not-issued": "not-issued";
                            "not-presented": "not-presented";
                            malformed: "malformed";
                        }>;
                    }, z.core.$strict>
                ], "kind">>;
                doseNumber: z.ZodOptional<z.ZodInt>;
                doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
                product: z.ZodOptional<z.ZodString>;
                lot: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>;
        format: z.ZodLiteral<"envelope/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        sender: z.ZodString;
        sentAt: z.ZodString;
    }, z.core.$strict>
], "kind">;

export const errorCatalogue: Readonly<Record<"codes.birth-date" | "codes.birth-date-unwritable" | "codes.sex" | "codes.sex-unwritable" | "completeness.birth-date.future" | "completeness.birth-date.too-old" | "completeness.conclusion" | "completeness.date.after-entry" | "completeness.date.before-birth" | "completeness.date.consent" | "completeness.date.given-at" | "completeness.date.prior-dose" | "completeness.dose-number" | "completeness.evidence" | "completeness.identity" | "completeness.lot-expired" | "completeness.missing" | "completeness.no-consent" | "completeness.no-guardian" | "completeness.no-number" | "completeness.policy" | "completeness.product" | "completeness.screening" | "completeness.volume" | "completeness.volume-unknown" | "deadline.policy" | "fhir.code.conflict" | "fhir.code.unknown" | "fhir.facility.other" | "fhir.modifier" | "fhir.name-assembled" | "fhir.not-a-bundle" | "fhir.not-an-outcome" | "fhir.not-held" | "fhir.outcome.other" | "fhir.product.ambiguous" | "fhir.product.unknown" | "fhir.reference" | "fhir.resource.missing" | "fhir.resource.several" | "fhir.signature.malformed" | "fhir.signature.other-record" | "fhir.status" | "fhir.type" | "schema.address.commune" | "schema.address.district" | "schema.address.province" | "schema.amends-itself" | "schema.choice" | "schema.country" | "schema.decimal" | "schema.envelope.twice" | "schema.ethnic-group" | "schema.facility-code" | "schema.field" | "schema.hash" | "schema.health-insurance" | "schema.identity.cmnd-12" | "schema.identity.cmnd-9" | "schema.identity.military-8" | "schema.identity.passport" | "schema.identity.personal-number" | "schema.invalid" | "schema.jws" | "schema.missing" | "schema.name.blank" | "schema.name.digit" | "schema.name.double-space" | "schema.name.emoji" | "schema.name.eth" | "schema.name.hidden" | "schema.name.lookalike" | "schema.name.script" | "schema.name.sign" | "schema.one-time-code" | "schema.phone" | "schema.product-id" | "schema.range" | "schema.temperature" | "schema.text.blank-ends" | "schema.text.control" | "schema.text.empty" | "schema.text.half" | "schema.text.not-nfc" | "schema.text.too-long" | "schema.unexpected" | "tabular.cell-error" | "tabular.code" | "tabular.column-absent" | "tabular.column-missing" | "tabular.column-twice" | "tabular.column-unknown" | "tabular.composed" | "tabular.consent-incomplete" | "tabular.control" | "tabular.country" | "tabular.csv" | "tabular.damaged" | "tabular.date" | "tabular.date-before-birth" | "tabular.date-future" | "tabular.date-incomplete" | "tabular.date-month-first" | "tabular.date-range" | "tabular.date-serial" | "tabular.date-two-digits" | "tabular.district-abolished" | "tabular.encrypted" | "tabular.formula" | "tabular.guardian-incomplete" | "tabular.health-insurance" | "tabular.hidden" | "tabular.identity-missing" | "tabular.identity-number" | "tabular.infection-incomplete" | "tabular.integer" | "tabular.is-workbook" | "tabular.legacy-encoding" | "tabular.lost-zero" | "tabular.lot-expired" | "tabular.map-conversion" | "tabular.map-heading" | "tabular.map-key" | "tabular.map-needed" | "tabular.map-source-twice" | "tabular.map-twice" | "tabular.markup" | "tabular.merged" | "tabular.missing" | "tabular.name-lookalike" | "tabular.no-heading" | "tabular.no-number-reason" | "tabular.no-partner" | "tabular.not-a-workbook" | "tabular.not-utf16" | "tabular.not-utf8" | "tabular.number-or-reason" | "tabular.old-workbook" | "tabular.partner-twice" | "tabular.passport" | "tabular.phone" | "tabular.prior-dose" | "tabular.prior-dose-order" | "tabular.priority-group" | "tabular.product" | "tabular.product-strength" | "tabular.relationship" | "tabular.sex" | "tabular.shortened" | "tabular.too-large" | "tabular.too-long" | "tabular.too-many-rows" | "tabular.too-wide" | "tabular.truncated" | "tabular.type" | "tabular.unreadable" | "tabular.volume" | "tabular.volume-policy" | "tabular.volume-unknown" | "tabular.yes-no", _tiemchung_core.CatalogueEntry>>;

export const evidenceSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    mediaType: z.ZodEnum<{
        "application/pdf": "application/pdf";
        "image/jpeg": "image/jpeg";
        "image/png": "image/png";
    }>;
    bytes: z.ZodInt;
    sha256: z.ZodString;
}, z.core.$strict>;

export const examinationSchema: z.ZodObject<{
    temperature: z.ZodOptional<z.ZodString>;
    pulse: z.ZodOptional<z.ZodInt>;
    conclusion: z.ZodOptional<z.ZodEnum<{
        caution: "caution";
        contraindicated: "contraindicated";
        defer: "defer";
        eligible: "eligible";
        hospital: "hospital";
    }>>;
    by: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;

export const facilityCodeSchema: z.ZodString;

export const facilitySchema: z.ZodObject<{
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

export const feedbackActionSchema: z.ZodEnum<{
    "pass-on": "pass-on";
    approve: "approve";
    ask: "ask";
    attach: "attach";
    confirm: "confirm";
    correct: "correct";
    postpone: "postpone";
    reject: "reject";
    resolve: "resolve";
    supplement: "supplement";
    take: "take";
    withdraw: "withdraw";
}>;

export const feedbackDecisionSchema: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        outcome: z.ZodLiteral<"approved">;
        note: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>,
    z.ZodObject<{
        outcome: z.ZodLiteral<"later">;
        note: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>,
    z.ZodObject<{
        outcome: z.ZodLiteral<"rejected">;
        reason: z.ZodEnum<{
            "birth-date-differs": "birth-date-differs";
            "confirmation-incomplete": "confirmation-incomplete";
            "dose-number-differs": "dose-number-differs";
            "name-contradicts-certificate": "name-contradicts-certificate";
            "name-incomplete-or-without-diacritics": "name-incomplete-or-without-diacritics";
            "nothing-matches": "nothing-matches";
            "personal-data-altered": "personal-data-altered";
            "personal-data-covered": "personal-data-covered";
            "photo-unreadable": "photo-unreadable";
            "portrait-instead-of-certificate": "portrait-instead-of-certificate";
            "product-differs": "product-differs";
            "screening-form-incomplete": "screening-form-incomplete";
            "vaccination-date-differs": "vaccination-date-differs";
        }>;
    }, z.core.$strict>
], "outcome">;

export const feedbackEventSchema: z.ZodObject<{
    at: z.ZodString;
    action: z.ZodEnum<{
        "pass-on": "pass-on";
        approve: "approve";
        ask: "ask";
        attach: "attach";
        confirm: "confirm";
        correct: "correct";
        postpone: "postpone";
        reject: "reject";
        resolve: "resolve";
        supplement: "supplement";
        take: "take";
        withdraw: "withdraw";
    }>;
    state: z.ZodEnum<{
        "awaiting-code": "awaiting-code";
        "in-review": "in-review";
        "needs-information": "needs-information";
        approved: "approved";
        later: "later";
        received: "received";
        rejected: "rejected";
        resolved: "resolved";
        withdrawn: "withdrawn";
    }>;
    officer: z.ZodOptional<z.ZodString>;
    decision: z.ZodOptional<z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            outcome: z.ZodLiteral<"approved">;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>,
        z.ZodObject<{
            outcome: z.ZodLiteral<"later">;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>,
        z.ZodObject<{
            outcome: z.ZodLiteral<"rejected">;
            reason: z.ZodEnum<{
                "birth-date-differs": "birth-date-differs";
                "confirmation-incomplete": "confirmation-incomplete";
                "dose-number-differs": "dose-number-differs";
                "name-contradicts-certificate": "name-contradicts-certificate";
                "name-incomplete-or-without-diacritics": "name-incomplete-or-without-diacritics";
                "nothing-matches": "nothing-matches";
                "personal-data-altered": "personal-data-altered";
                "personal-data-covered": "personal-data-covered";
                "photo-unreadable": "photo-unreadable";
                "portrait-instead-of-certificate": "portrait-instead-of-certificate";
                "product-differs": "product-differs";
                "screening-form-incomplete": "screening-form-incomplete";
                "vaccination-date-differs": "vaccination-date-differs";
            }>;
        }, z.core.$strict>
    ], "outcome">>;
    asks: z.ZodOptional<z.ZodString>;
    handler: z.ZodOptional<z.ZodObject<{
        level: z.ZodEnum<{
            "provincial-cdc": "provincial-cdc";
            commune: "commune";
            district: "district";
            facility: "facility";
            ministry: "ministry";
            police: "police";
            province: "province";
        }>;
        unit: z.ZodString;
    }, z.core.$strict>>;
    step: z.ZodOptional<z.ZodEnum<{
        amended: "amended";
        matched: "matched";
        reissued: "reissued";
        revoked: "revoked";
        signed: "signed";
    }>>;
}, z.core.$strict>;

export const feedbackItemSchema: z.ZodObject<{
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    reference: z.ZodString;
    request: z.ZodObject<{
        format: z.ZodLiteral<"feedback/1">;
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        type: z.ZodEnum<{
            "duplicate-dose": "duplicate-dose";
            "missing-dose": "missing-dose";
            "wrong-birth-date": "wrong-birth-date";
            "wrong-dose-date": "wrong-dose-date";
            "wrong-dose-number": "wrong-dose-number";
            "wrong-identity-number": "wrong-identity-number";
            "wrong-lot": "wrong-lot";
            "wrong-name": "wrong-name";
            "wrong-product": "wrong-product";
            "wrong-sex": "wrong-sex";
            other: "other";
        }>;
        reporter: z.ZodObject<{
            fullName: z.ZodString;
            phone: z.ZodString;
            relationship: z.ZodEnum<{
                father: "father";
                guardian: "guardian";
                mother: "mother";
                self: "self";
            }>;
        }, z.core.$strict>;
        person: z.ZodObject<{
            fullName: z.ZodString;
            birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
            identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
                z.ZodObject<{
                    kind: z.ZodLiteral<"personal-number">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"cmnd-9">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"cmnd-12">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"military-8">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"passport">;
                    number: z.ZodString;
                    country: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"none">;
                    reason: z.ZodEnum<{
                        "not-issued": "not-issued";
                        "not-presented": "not-presented";
                        malformed: "malformed";
                    }>;
                }, z.core.$strict>
            ], "kind">>;
        }, z.core.$strict>;
        recordId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        facility: z.ZodOptional<z.ZodString>;
        province: z.ZodOptional<z.ZodString>;
        district: z.ZodOptional<z.ZodString>;
        commune: z.ZodOptional<z.ZodString>;
        claimed: z.ZodObject<{
            fullName: z.ZodOptional<z.ZodString>;
            birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
            sex: z.ZodOptional<z.ZodEnum<{
                female: "female";
                male: "male";
                unknown: "unknown";
            }>>;
            identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
                z.ZodObject<{
                    kind: z.ZodLiteral<"personal-number">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"cmnd-9">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"cmnd-12">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"military-8">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"passport">;
                    number: z.ZodString;
                    country: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"none">;
                    reason: z.ZodEnum<{
                        "not-issued": "not-issued";
                        "not-presented": "not-presented";
                        malformed: "malformed";
                    }>;
                }, z.core.$strict>
            ], "kind">>;
            doseNumber: z.ZodOptional<z.ZodInt>;
            doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
            product: z.ZodOptional<z.ZodString>;
            lot: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>;
        note: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>;
    state: z.ZodEnum<{
        "awaiting-code": "awaiting-code";
        "in-review": "in-review";
        "needs-information": "needs-information";
        approved: "approved";
        later: "later";
        received: "received";
        rejected: "rejected";
        resolved: "resolved";
        withdrawn: "withdrawn";
    }>;
    handler: z.ZodObject<{
        level: z.ZodEnum<{
            "provincial-cdc": "provincial-cdc";
            commune: "commune";
            district: "district";
            facility: "facility";
            ministry: "ministry";
            police: "police";
            province: "province";
        }>;
        unit: z.ZodString;
    }, z.core.$strict>;
    openTo: z.ZodOptional<z.ZodArray<z.ZodObject<{
        level: z.ZodEnum<{
            "provincial-cdc": "provincial-cdc";
            commune: "commune";
            district: "district";
            facility: "facility";
            ministry: "ministry";
            police: "police";
            province: "province";
        }>;
        unit: z.ZodString;
    }, z.core.$strict>>>;
    receivedAt: z.ZodOptional<z.ZodString>;
    dueAt: z.ZodOptional<z.ZodString>;
    evidence: z.ZodArray<z.ZodObject<{
        id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        mediaType: z.ZodEnum<{
            "application/pdf": "application/pdf";
            "image/jpeg": "image/jpeg";
            "image/png": "image/png";
        }>;
        bytes: z.ZodInt;
        sha256: z.ZodString;
    }, z.core.$strict>>;
    supplements: z.ZodArray<z.ZodObject<{
        at: z.ZodString;
        note: z.ZodOptional<z.ZodString>;
        claimed: z.ZodOptional<z.ZodObject<{
            fullName: z.ZodOptional<z.ZodString>;
            birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
            sex: z.ZodOptional<z.ZodEnum<{
                female: "female";
                male: "male";
                unknown: "unknown";
            }>>;
            identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
                z.ZodObject<{
                    kind: z.ZodLiteral<"personal-number">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"cmnd-9">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"cmnd-12">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"military-8">;
                    number: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"passport">;
                    number: z.ZodString;
                    country: z.ZodString;
                }, z.core.$strict>,
                z.ZodObject<{
                    kind: z.ZodLiteral<"none">;
                    reason: z.ZodEnum<{
                        "not-issued": "not-issued";
                        "not-presented": "not-presented";
                        malformed: "malformed";
                    }>;
                }, z.core.$strict>
            ], "kind">>;
            doseNumber: z.ZodOptional<z.ZodInt>;
            doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
            product: z.ZodOptional<z.ZodString>;
            lot: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
    decision: z.ZodOptional<z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            outcome: z.ZodLiteral<"approved">;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>,
        z.ZodObject<{
            outcome: z.ZodLiteral<"later">;
            note: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>,
        z.ZodObject<{
            outcome: z.ZodLiteral<"rejected">;
            reason: z.ZodEnum<{
                "birth-date-differs": "birth-date-differs";
                "confirmation-incomplete": "confirmation-incomplete";
                "dose-number-differs": "dose-number-differs";
                "name-contradicts-certificate": "name-contradicts-certificate";
                "name-incomplete-or-without-diacritics": "name-incomplete-or-without-diacritics";
                "nothing-matches": "nothing-matches";
                "personal-data-altered": "personal-data-altered";
                "personal-data-covered": "personal-data-covered";
                "photo-unreadable": "photo-unreadable";
                "portrait-instead-of-certificate": "portrait-instead-of-certificate";
                "product-differs": "product-differs";
                "screening-form-incomplete": "screening-form-incomplete";
                "vaccination-date-differs": "vaccination-date-differs";
            }>;
        }, z.core.$strict>
    ], "outcome">>;
    events: z.ZodArray<z.ZodObject<{
        at: z.ZodString;
        action: z.ZodEnum<{
            "pass-on": "pass-on";
            approve: "approve";
            ask: "ask";
            attach: "attach";
            confirm: "confirm";
            correct: "correct";
            postpone: "postpone";
            reject: "reject";
            resolve: "resolve";
            supplement: "supplement";
            take: "take";
            withdraw: "withdraw";
        }>;
        state: z.ZodEnum<{
            "awaiting-code": "awaiting-code";
            "in-review": "in-review";
            "needs-information": "needs-information";
            approved: "approved";
            later: "later";
            received: "received";
            rejected: "rejected";
            resolved: "resolved";
            withdrawn: "withdrawn";
        }>;
        officer: z.ZodOptional<z.ZodString>;
        decision: z.ZodOptional<z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                outcome: z.ZodLiteral<"approved">;
                note: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>,
            z.ZodObject<{
                outcome: z.ZodLiteral<"later">;
                note: z.ZodOptional<z.ZodString>;
            }, z.core.$strict>,
            z.ZodObject<{
                outcome: z.ZodLiteral<"rejected">;
                reason: z.ZodEnum<{
                    "birth-date-differs": "birth-date-differs";
                    "confirmation-incomplete": "confirmation-incomplete";
                    "dose-number-differs": "dose-number-differs";
                    "name-contradicts-certificate": "name-contradicts-certificate";
                    "name-incomplete-or-without-diacritics": "name-incomplete-or-without-diacritics";
                    "nothing-matches": "nothing-matches";
                    "personal-data-altered": "personal-data-altered";
                    "personal-data-covered": "personal-data-covered";
                    "photo-unreadable": "photo-unreadable";
                    "portrait-instead-of-certificate": "portrait-instead-of-certificate";
                    "product-differs": "product-differs";
                    "screening-form-incomplete": "screening-form-incomplete";
                    "vaccination-date-differs": "vaccination-date-differs";
                }>;
            }, z.core.$strict>
        ], "outcome">>;
        asks: z.ZodOptional<z.ZodString>;
        handler: z.ZodOptional<z.ZodObject<{
            level: z.ZodEnum<{
                "provincial-cdc": "provincial-cdc";
                commune: "commune";
                district: "district";
                facility: "facility";
                ministry: "ministry";
                police: "police";
                province: "province";
            }>;
            unit: z.ZodString;
        }, z.core.$strict>>;
        step: z.ZodOptional<z.ZodEnum<{
            amended: "amended";
            matched: "matched";
            reissued: "reissued";
            revoked: "revoked";
            signed: "signed";
        }>>;
    }, z.core.$strict>>;
    revision: z.ZodInt;
    amendmentId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    correction: z.ZodArray<z.ZodObject<{
        step: z.ZodEnum<{
            amended: "amended";
            matched: "matched";
            reissued: "reissued";
            revoked: "revoked";
            signed: "signed";
        }>;
        at: z.ZodString;
        made: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        outcome: z.ZodEnum<{
            "not-needed": "not-needed";
            done: "done";
        }>;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const feedbackRequestSchema: z.ZodObject<{
    format: z.ZodLiteral<"feedback/1">;
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    type: z.ZodEnum<{
        "duplicate-dose": "duplicate-dose";
        "missing-dose": "missing-dose";
        "wrong-birth-date": "wrong-birth-date";
        "wrong-dose-date": "wrong-dose-date";
        "wrong-dose-number": "wrong-dose-number";
        "wrong-identity-number": "wrong-identity-number";
        "wrong-lot": "wrong-lot";
        "wrong-name": "wrong-name";
        "wrong-product": "wrong-product";
        "wrong-sex": "wrong-sex";
        other: "other";
    }>;
    reporter: z.ZodObject<{
        fullName: z.ZodString;
        phone: z.ZodString;
        relationship: z.ZodEnum<{
            father: "father";
            guardian: "guardian";
            mother: "mother";
            self: "self";
        }>;
    }, z.core.$strict>;
    person: z.ZodObject<{
        fullName: z.ZodString;
        birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
        identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                kind: z.ZodLiteral<"personal-number">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-9">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-12">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"military-8">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"passport">;
                number: z.ZodString;
                country: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"none">;
                reason: z.ZodEnum<{
                    "not-issued": "not-issued";
                    "not-presented": "not-presented";
                    malformed: "malformed";
                }>;
            }, z.core.$strict>
        ], "kind">>;
    }, z.core.$strict>;
    recordId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
    facility: z.ZodOptional<z.ZodString>;
    province: z.ZodOptional<z.ZodString>;
    district: z.ZodOptional<z.ZodString>;
    commune: z.ZodOptional<z.ZodString>;
    claimed: z.ZodObject<{
        fullName: z.ZodOptional<z.ZodString>;
        birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
        sex: z.ZodOptional<z.ZodEnum<{
            female: "female";
            male: "male";
            unknown: "unknown";
        }>>;
        identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                kind: z.ZodLiteral<"personal-number">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-9">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-12">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"military-8">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"passport">;
                number: z.ZodString;
                country: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"none">;
                reason: z.ZodEnum<{
                    "not-issued": "not-issued";
                    "not-presented": "not-presented";
                    malformed: "malformed";
                }>;
            }, z.core.$strict>
        ], "kind">>;
        doseNumber: z.ZodOptional<z.ZodInt>;
        doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
        product: z.ZodOptional<z.ZodString>;
        lot: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>;
    note: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;

export const feedbackStateSchema: z.ZodEnum<{
    "awaiting-code": "awaiting-code";
    "in-review": "in-review";
    "needs-information": "needs-information";
    approved: "approved";
    later: "later";
    received: "received";
    rejected: "rejected";
    resolved: "resolved";
    withdrawn: "withdrawn";
}>;

export const feedbackSupplementSchema: z.ZodObject<{
    at: z.ZodString;
    note: z.ZodOptional<z.ZodString>;
    claimed: z.ZodOptional<z.ZodObject<{
        fullName: z.ZodOptional<z.ZodString>;
        birthDate: z.ZodOptional<z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>>;
        sex: z.ZodOptional<z.ZodEnum<{
            female: "female";
            male: "male";
            unknown: "unknown";
        }>>;
        identityDocument: z.ZodOptional<z.ZodDiscriminatedUnion<[
            z.ZodObject<{
                kind: z.ZodLiteral<"personal-number">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-9">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"cmnd-12">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"military-8">;
                number: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"passport">;
                number: z.ZodString;
                country: z.ZodString;
            }, z.core.$strict>,
            z.ZodObject<{
                kind: z.ZodLiteral<"none">;
                reason: z.ZodEnum<{
                    "not-issued": "not-issued";
                    "not-presented": "not-presented";
                    malformed: "malformed";
                }>;
            }, z.core.$strict>
        ], "kind">>;
        doseNumber: z.ZodOptional<z.ZodInt>;
        doseDate: z.ZodOptional<z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>>;
        product: z.ZodOptional<z.ZodString>;
        lot: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
}, z.core.$strict>;

export const feedbackTypeSchema: z.ZodEnum<{
    "duplicate-dose": "duplicate-dose";
    "missing-dose": "missing-dose";
    "wrong-birth-date": "wrong-birth-date";
    "wrong-dose-date": "wrong-dose-date";
    "wrong-dose-number": "wrong-dose-number";
    "wrong-identity-number": "wrong-identity-number";
    "wrong-lot": "wrong-lot";
    "wrong-name": "wrong-name";
    "wrong-product": "wrong-product";
    "wrong-sex": "wrong-sex";
    other: "other";
}>;

export const guardianSchema: z.ZodObject<{
    relationship: z.ZodEnum<{
        father: "father";
        guardian: "guardian";
        mother: "mother";
    }>;
    fullName: z.ZodString;
    phone: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;

export const handlerSchema: z.ZodObject<{
    level: z.ZodEnum<{
        "provincial-cdc": "provincial-cdc";
        commune: "commune";
        district: "district";
        facility: "facility";
        ministry: "ministry";
        police: "police";
        province: "province";
    }>;
    unit: z.ZodString;
}, z.core.$strict>;

export const identityDocumentSchema: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        kind: z.ZodLiteral<"personal-number">;
        number: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"cmnd-9">;
        number: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"cmnd-12">;
        number: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"military-8">;
        number: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"passport">;
        number: z.ZodString;
        country: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        kind: z.ZodLiteral<"none">;
        reason: z.ZodEnum<{
            "not-issued": "not-issued";
            "not-presented": "not-presented";
            malformed: "malformed";
        }>;
    }, z.core.$strict>
], "kind">;

export const identityEvidenceSchema: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        status: z.ZodLiteral<"matched">;
        verificationId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
        at: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        status: z.ZodLiteral<"not-required">;
        because: z.ZodLiteral<"foreign-passport">;
    }, z.core.$strict>,
    z.ZodObject<{
        status: z.ZodEnum<{
            "malformed-number": "malformed-number";
            "no-number": "no-number";
            "not-found": "not-found";
            mismatched: "mismatched";
            unverifiable: "unverifiable";
        }>;
        verificationId: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
        at: z.ZodString;
    }, z.core.$strict>,
    z.ZodObject<{
        status: z.ZodLiteral<"pending">;
    }, z.core.$strict>
], "status">;

export const instantSchema: z.ZodString;

export const nameSchema: z.ZodString;

export const niis2026: Regime;

export const partialDateSchema: z.ZodType<PartialDate, string, z.core.$ZodTypeInternals<PartialDate, string>>;

export const personSchema: z.ZodObject<{
    fullName: z.ZodString;
    birthDate: z.ZodType<_tiemchung_core.PartialDate, string, z.core.$ZodTypeInternals<_tiemchung_core.PartialDate, string>>;
    sex: z.ZodEnum<{
        female: "female";
        male: "male";
        unknown: "unknown";
    }>;
    nationality: z.ZodString;
    identityDocument: z.ZodDiscriminatedUnion<[
        z.ZodObject<{
            kind: z.ZodLiteral<"personal-number">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"cmnd-9">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"cmnd-12">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"military-8">;
            number: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"passport">;
            number: z.ZodString;
            country: z.ZodString;
        }, z.core.$strict>,
        z.ZodObject<{
            kind: z.ZodLiteral<"none">;
            reason: z.ZodEnum<{
                "not-issued": "not-issued";
                "not-presented": "not-presented";
                malformed: "malformed";
            }>;
        }, z.core.$strict>
    ], "kind">;
    healthInsurance: z.ZodOptional<z.ZodString>;
    phone: z.ZodOptional<z.ZodString>;
    guardian: z.ZodOptional<z.ZodObject<{
        relationship: z.ZodEnum<{
            father: "father";
            guardian: "guardian";
            mother: "mother";
        }>;
        fullName: z.ZodString;
        phone: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
    permanentResidence: z.ZodOptional<z.ZodObject<{
        province: z.ZodString;
        district: z.ZodOptional<z.ZodString>;
        commune: z.ZodString;
        detail: z.ZodOptional<z.ZodString>;
        asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    }, z.core.$strict>>;
    currentResidence: z.ZodObject<{
        province: z.ZodString;
        district: z.ZodOptional<z.ZodString>;
        commune: z.ZodString;
        detail: z.ZodOptional<z.ZodString>;
        asOf: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    }, z.core.$strict>;
    workplace: z.ZodOptional<z.ZodString>;
    ethnicGroup: z.ZodOptional<z.ZodString>;
    priorityGroup: z.ZodOptional<z.ZodInt>;
}, z.core.$strict>;

export const personalNumberSchema: z.ZodString;

export const phoneSchema: z.ZodString;

export const priorDoseSchema: z.ZodObject<{
    number: z.ZodInt;
    date: z.ZodType<_tiemchung_core.CivilDate, string, z.core.$ZodTypeInternals<_tiemchung_core.CivilDate, string>>;
    product: z.ZodString;
    lot: z.ZodOptional<z.ZodString>;
    facility: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;

export const productIdSchema: z.ZodString;

export const reactionKindSchema: z.ZodEnum<{
    "chest-pain": "chest-pain";
    "muscle-pain": "muscle-pain";
    "pain-at-site": "pain-at-site";
    "swelling-at-site": "swelling-at-site";
    anaphylaxis: "anaphylaxis";
    breathlessness: "breathlessness";
    fainting: "fainting";
    fatigue: "fatigue";
    fever: "fever";
    headache: "headache";
    nausea: "nausea";
    other: "other";
    rash: "rash";
    seizure: "seizure";
}>;

export const reactionReportSchema: z.ZodObject<{
    format: z.ZodLiteral<"reaction/1">;
    id: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    recordId: z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>;
    facility: z.ZodString;
    reportedAt: z.ZodString;
    source: z.ZodEnum<{
        facility: "facility";
        guardian: "guardian";
        hospital: "hospital";
        person: "person";
    }>;
    enteredBy: z.ZodString;
    reactions: z.ZodArray<z.ZodObject<{
        what: z.ZodEnum<{
            "chest-pain": "chest-pain";
            "muscle-pain": "muscle-pain";
            "pain-at-site": "pain-at-site";
            "swelling-at-site": "swelling-at-site";
            anaphylaxis: "anaphylaxis";
            breathlessness: "breathlessness";
            fainting: "fainting";
            fatigue: "fatigue";
            fever: "fever";
            headache: "headache";
            nausea: "nausea";
            other: "other";
            rash: "rash";
            seizure: "seizure";
        }>;
        onset: z.ZodString;
        grade: z.ZodInt;
        outcome: z.ZodEnum<{
            fatal: "fatal";
            ongoing: "ongoing";
            recovering: "recovering";
            resolved: "resolved";
            sequelae: "sequelae";
            unknown: "unknown";
        }>;
        note: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
    replaces: z.ZodOptional<z.ZodType<_tiemchung_core.Uuid, string, z.core.$ZodTypeInternals<_tiemchung_core.Uuid, string>>>;
}, z.core.$strict>;

export const reactionSchema: z.ZodObject<{
    what: z.ZodEnum<{
        "chest-pain": "chest-pain";
        "muscle-pain": "muscle-pain";
        "pain-at-site": "pain-at-site";
        "swelling-at-site": "swelling-at-site";
        anaphylaxis: "anaphylaxis";
        breathlessness: "breathlessness";
        fainting: "fainting";
        fatigue: "fatigue";
        fever: "fever";
        headache: "headache";
        nausea: "nausea";
        other: "other";
        rash: "rash";
        seizure: "seizure";
    }>;
    onset: z.ZodString;
    grade: z.ZodInt;
    outcome: z.ZodEnum<{
        fatal: "fatal";
        ongoing: "ongoing";
        recovering: "recovering";
        resolved: "resolved";
        sequelae: "sequelae";
        unknown: "unknown";
    }>;
    note: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;

export const rejectionReasonSchema: z.ZodEnum<{
    "birth-date-differs": "birth-date-differs";
    "confirmation-incomplete": "confirmation-incomplete";
    "dose-number-differs": "dose-number-differs";
    "name-contradicts-certificate": "name-contradicts-certificate";
    "name-incomplete-or-without-diacritics": "name-incomplete-or-without-diacritics";
    "nothing-matches": "nothing-matches";
    "personal-data-altered": "personal-data-altered";
    "personal-data-covered": "personal-data-covered";
    "photo-unreadable": "photo-unreadable";
    "portrait-instead-of-certificate": "portrait-instead-of-certificate";
    "product-differs": "product-differs";
    "screening-form-incomplete": "screening-form-incomplete";
    "vaccination-date-differs": "vaccination-date-differs";
}>;

export const relationshipSchema: z.ZodEnum<{
    father: "father";
    guardian: "guardian";
    mother: "mother";
}>;

export const reportingLineSchema: z.ZodDiscriminatedUnion<[
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

export const screeningConclusions: readonly [
    "eligible",
    "caution",
    "hospital",
    "defer",
    "contraindicated"
];

export const screeningSchema: z.ZodObject<{
    anaphylaxisToVaccine: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    acuteOrProgressingDisease: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    anyAllergy: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    consciousnessOrBehaviourDisorder: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    congenitalOrChronicDisease: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    abnormalHeartOrLungSounds: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    anaphylaxisGrade3: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
    otherContraindication: z.ZodEnum<{
        no: "no";
        unknown: "unknown";
        yes: "yes";
    }>;
}, z.core.$strict>;

export const sensitive: z.core.$ZodRegistry<{
    readonly sensitive: true;
}, z.core.$ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>>;

export const sexSchema: z.ZodEnum<{
    female: "female";
    male: "male";
    unknown: "unknown";
}>;

export const sha256Schema: z.ZodString;

export const unitOwnerSchema: z.ZodEnum<{
    "ministry-of-health": "ministry-of-health";
    "ministry-or-branch": "ministry-or-branch";
    "non-public": "non-public";
    province: "province";
}>;

export const unitPeriodSchema: z.ZodObject<{
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

export const uuidSchema: z.ZodType<Uuid, string, z.core.$ZodTypeInternals<Uuid, string>>;

export function amendRecord(record: DoseRecord, changes: RecordChanges, details: AmendmentDetails): Promise<DoseRecord>;

export function concludeScreening(screening: Screening): ScreeningConclusion;

export function dueAt(record: Pick<DoseRecord, 'dose' | 'enteredAt'>, step: DeadlineStep, policy: DeadlinePolicy): Date | undefined;

export function hashRecord(record: DoseRecord, crypto: CryptoProvider): MaybePromise<string>;

export function identitySettled(evidence: IdentityEvidence): boolean;

export function issuesFromZod(error: z.ZodError): readonly Issue[];

export function judgeCompleteness(record: RecordDraft, { policy, purpose, volumes }: CompletenessQuestion): Completeness;

export function lineSchema(longest: number): z.ZodString;

export function lintCompletenessPolicy(document: unknown): readonly Issue[];

export function lintDeadlinePolicy(document: unknown): readonly Issue[];

export function nameFaults(text: string): readonly NameFault[];

export function parseCompletenessPolicy(document: unknown): CompletenessPolicy;

export function parseDeadlinePolicy(document: unknown): DeadlinePolicy;

export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema>;

export function personKey(person: DoseKey['person']): string;

export function personal<Schema extends z.ZodType>(schema: Schema): Schema;

export function recordIdFor(key: DoseKey, crypto: CryptoProvider): MaybePromise<Uuid>;

export function sensitiveFields(schema: z.ZodType): SensitiveFields | undefined;

export interface AmendmentDetails {
    readonly id: Uuid;
    readonly reason: AmendmentReason;
    readonly by: string;
    readonly clock: Clock;
    readonly crypto: CryptoProvider;
    readonly feedbackId?: Uuid;
}

export interface Completeness {
    readonly purpose: CompletenessPurpose;
    readonly policy: string;
    readonly complete: boolean;
    readonly issues: readonly CompletenessIssue[];
}

export interface CompletenessIssue extends Issue {
    readonly from: readonly Supplier[];
}

export interface CompletenessPolicy extends PolicyHead {
    readonly format: 'completeness-policy/2';
    readonly guardianBelow: number;
    readonly oldestAge: number;
    readonly certifiable: readonly string[];
    readonly askOrder: readonly Supplier[];
    readonly purposes: Readonly<Record<CompletenessPurpose, PurposeRequirements>>;
}

export interface CompletenessQuestion {
    readonly policy: CompletenessPolicy;
    readonly purpose: CompletenessPurpose;
    readonly volumes: Volumes;
}

export interface Deadline {
    readonly step: DeadlineStep;
    readonly from: 'dose' | 'entry';
    readonly due: {
        readonly kind: 'end-of-day';
        readonly days: number;
    } | {
        readonly kind: 'real-time';
    };
    readonly cite: readonly string[];
}

export interface DeadlinePolicy extends PolicyHead {
    readonly format: 'deadline-policy/1';
    readonly deadlines: readonly Deadline[];
}

export interface DoseKey {
    readonly facility: string;
    readonly person: Pick<Person, 'birthDate' | 'fullName' | 'identityDocument'>;
    readonly product: string;
    readonly doseNumber: number;
    readonly date: CivilDate;
}

export interface PurposeRequirements {
    readonly includes: readonly CompletenessPurpose[];
    readonly requires: readonly Requirement[];
}

export interface RecordChanges {
    readonly person?: Partial<DoseRecord['person']>;
    readonly dose?: Partial<DoseRecord['dose']>;
}

export interface Regime {
    readonly id: string;
    readonly completeness: CompletenessPolicy;
    readonly deadlines: DeadlinePolicy;
}

export type Address = z.infer<typeof addressSchema>;

export type AmendmentReason = z.infer<typeof amendmentReasonSchema>;

export type Amends = z.infer<typeof amendsSchema>;

export type Answer = z.infer<typeof answerSchema>;

export type CertificateRequest = z.infer<typeof certificateRequestSchema>;

export type ClaimedData = z.infer<typeof claimedDataSchema>;

export type CompletenessPurpose = (typeof completenessPurposes)[number];

export type CompletenessRule = (typeof completenessRules)[number];

export type Consent = z.infer<typeof consentSchema>;

export type Correction = z.infer<typeof correctionSchema>;

export type CorrectionStep = z.infer<typeof correctionStepSchema>;

export type DeadlineStep = 'entered' | 'sent';

export type Dose = z.infer<typeof doseSchema>;

export type DoseRecord = z.infer<typeof doseRecordSchema>;

export type Envelope = z.infer<typeof envelopeSchema>;

export type Evidence = z.infer<typeof evidenceSchema>;

export type Examination = z.infer<typeof examinationSchema>;

export type Facility = z.infer<typeof facilitySchema>;

export type FeedbackAction = z.infer<typeof feedbackActionSchema>;

export type FeedbackDecision = z.infer<typeof feedbackDecisionSchema>;

export type FeedbackEvent = z.infer<typeof feedbackEventSchema>;

export type FeedbackItem = z.infer<typeof feedbackItemSchema>;

export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;

export type FeedbackState = z.infer<typeof feedbackStateSchema>;

export type FeedbackSupplement = z.infer<typeof feedbackSupplementSchema>;

export type FeedbackType = z.infer<typeof feedbackTypeSchema>;

export type Guardian = z.infer<typeof guardianSchema>;

export type Handler = z.infer<typeof handlerSchema>;

export type IdentityDocument = z.infer<typeof identityDocumentSchema>;

export type IdentityEvidence = z.infer<typeof identityEvidenceSchema>;

export type IdentityStatus = IdentityEvidence['status'];

export type NameFault = 'schema.name.blank' | 'schema.name.digit' | 'schema.name.double-space' | 'schema.name.emoji' | 'schema.name.eth' | 'schema.name.hidden' | 'schema.name.lookalike' | 'schema.name.script' | 'schema.name.sign';

export type Person = z.infer<typeof personSchema>;

export type PriorDose = z.infer<typeof priorDoseSchema>;

export type Reaction = z.infer<typeof reactionSchema>;

export type ReactionKind = z.infer<typeof reactionKindSchema>;

export type ReactionReport = z.infer<typeof reactionReportSchema>;

export type RecordDraft = Partial<Omit<DoseRecord, 'dose' | 'person' | 'screening'>> & {
    readonly person?: Partial<DoseRecord['person']>;
    readonly dose?: Partial<DoseRecord['dose']>;
    readonly screening?: Partial<DoseRecord['screening']>;
};

export type RejectionReason = z.infer<typeof rejectionReasonSchema>;

export type Relationship = z.infer<typeof relationshipSchema>;

export type ReportingLine = z.infer<typeof reportingLineSchema>;

export type Requirement = {
    readonly from: readonly Supplier[];
    readonly cite: readonly string[];
} & ({
    readonly field: string;
} | {
    readonly rule: CompletenessRule;
});

export type Screening = z.infer<typeof screeningSchema>;

export type ScreeningConclusion = 'incomplete' | (typeof screeningConclusions)[number];

export type ScreeningItem = keyof Screening;

export type Sex = z.infer<typeof sexSchema>;

export type Supplier = (typeof suppliers)[number];

export type UnitOwner = z.infer<typeof unitOwnerSchema>;

export type UnitPeriod = z.infer<typeof unitPeriodSchema>;

export type Volumes = Readonly<Record<string, string | undefined>>;

// Named above, but not exported.

const completenessRules: readonly [
    "birth-date-plausible",
    "dates-in-order",
    "dose-number-follows",
    "number-known",
    "guardian-for-child",
    "consent-agreed",
    "screening-answered",
    "conclusion-not-milder",
    "volume-as-policy",
    "lot-not-expired",
    "identity-settled",
    "product-certifiable"
];

const suppliers: readonly [
    "parent",
    "vaccinator",
    "facility",
    "police",
    "system"
];
