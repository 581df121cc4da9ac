import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { all, selectionAt } from '../graphql/reader.js';
import { Purpose } from '../household/purpose.entity.js';
import { ClassificationArguments, HouseholdClassification, StandardClassification } from './classification.entity.js';
import { classifyHousehold, classifySurvey } from './classification.service.js';
import { registryRuleAccess } from './registry-rule.access.js';
import { RegistryRule } from './registry-rule.entity.js';
import { RecordRegistryRuleInput, RegistryRulePayload } from './registry-rule.input.js';
import { recordRegistryRule } from './registry-rule.service.js';
import { scoreSheetAccess } from './score-sheet.access.js';
import { ScoreSheet } from './score-sheet.entity.js';
import { ImportScoreSheetInput, ImportScoreSheetPayload, ScoreSheetCheck } from './score-sheet.input.js';
import { checkScoreSheet, importScoreSheet } from './score-sheet.service.js';
import { deprivationIndicatorAccess, povertyStandardAccess } from './standard.access.js';
import { DeprivationIndicator, PovertyStandard } from './standard.entity.js';
import { PovertyStandardPayload, RecordStandardFigureInput, RecordStandardInput, StandardFigurePayload } from './standard.input.js';
import { recordStandardFigure } from './standard-figure.service.js';
import { recordStandard } from './standard.service.js';

@Resolver()
export class StandardResolver {
  @Query(() => [PovertyStandard], { description: 'Every standard with its numbers and indicators, by code.' })
  standards(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, povertyStandardAccess); }

  @Query(() => [DeprivationIndicator], { description: 'The indicators of all standards.' })
  deprivationIndicators(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, deprivationIndicatorAccess); }

  @Query(() => [RegistryRule], { description: 'What the registry does by itself, with all that held before.' })
  registryRules(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, registryRuleAccess); }

  @Query(() => [ScoreSheet], { description: 'The forms that score income, a sheet for each region.' })
  scoreSheets(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, scoreSheetAccess); }

  @Query(() => ScoreSheetCheck, { description: 'What importing this table would say; nothing is saved.' })
  checkScoreSheet(@Ctx() context: Context, @Arg('input', () => ImportScoreSheetInput) input: ImportScoreSheetInput) { return checkScoreSheet(working(context), input); }

  @Query(() => [StandardClassification], { description: 'One survey under every standard asked for; reads nothing of any household.' })
  classification(@Ctx() context: Context, @Args(() => ClassificationArguments) args: ClassificationArguments) { return classifySurvey(working(context), args); }

  @Query(() => HouseholdClassification, { nullable: true, description: 'A household by its latest income and open deprivations; opening them is logged with the purpose.' })
  householdClassification(@Ctx() context: Context, @Arg('id', () => ID) id: string, @Arg('purpose', () => Purpose) purpose: Purpose) {
    return classifyHousehold(working(context), id, purpose);
  }

  @Mutation(() => StandardFigurePayload)
  recordStandardFigure(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordStandardFigureInput) input: RecordStandardFigureInput) {
    return recordStandardFigure(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => PovertyStandardPayload)
  recordStandard(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordStandardInput) input: RecordStandardInput) {
    return recordStandard(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => RegistryRulePayload)
  recordRegistryRule(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordRegistryRuleInput) input: RecordRegistryRuleInput) {
    return recordRegistryRule(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => ImportScoreSheetPayload, { description: 'Saves every region\'s column as a sheet, or nothing.' })
  importScoreSheet(@Ctx() context: Context, @Arg('input', () => ImportScoreSheetInput) input: ImportScoreSheetInput) { return importScoreSheet(working(context), input); }
}
