import { registerEnumType } from 'type-graphql';

export enum Purpose { VERIFY_PERSON = 'VERIFY_PERSON', PROVIDE_SUPPORT = 'PROVIDE_SUPPORT', REVIEW = 'REVIEW', INSPECTION = 'INSPECTION', ANSWER_SUBJECT = 'ANSWER_SUBJECT' }
registerEnumType(Purpose, { name: 'Purpose', description: 'Why a sensitive record is opened; kept with the reading.' });
