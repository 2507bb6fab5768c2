import { z } from 'zod';
import { asOf, saveAudience } from '../model/activity';
import { audience } from '../model/audience';
import { campaign } from '../model/campaign';
import { chart, chartData } from '../model/chart';
import * as dataReport from '../model/data-report';
import { desk } from '../model/desk';
import { endpoint } from '../model/endpoint';
import { attribute, dataModel, dataState, dataTypes, derivation, labelling, link, personalLabels } from '../model/entity';
import { filter } from '../model/filter';
import { journalLines, journalOf } from '../model/journal';
import { look } from '../model/look';
import { remembered } from '../model/memory';
import { id, instant, name } from '../model/names';
import { sqlPlan } from '../model/plan-tree';
import { change, field, fieldFilter, overlapped, population, region } from '../model/population';
import { problem } from '../model/problem';
import { query, sqlText } from '../model/query';
import { fileColumn, fileRecipe, fileSource, queryRecipe, readAs } from '../model/recipe';
import * as report from '../model/report';
import { rule } from '../model/rule';
import { waterfall } from '../model/run';
import { sqlFile, sqlFileFormats } from '../model/sql-file';
import { sqlFunction } from '../model/sql-function';
import { statement } from '../model/statement';
import { textExport, textImport } from '../model/text-project';
import { toldStep, undoable, undoDirection, undoPlace } from '../model/undo';
import { broken, usable, use } from '../model/use';
import { given, parameter, variable } from '../model/variable';
import { whyReport } from '../model/why';
import { work } from '../model/work';
import { workspace } from '../model/workspace';
import type { Contract } from './define';

const nothing = z.strictObject({});
const folder = z.string().min(1).max(4096);
const window = { offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(2000) };
const sorted = { sort: z.strictObject({ column: z.string(), descending: z.boolean() }).optional() };
const basis = { asOf: asOf.optional(), variables: given.optional() };
const atMoment = { campaign, ...basis };
const rowsOf = { population, ...basis };
const writtenColumn = z.strictObject({ name: z.string(), type: z.string(), personal: z.enum(personalLabels).optional() });
const written = { sql: sqlText.min(1), parameters: z.array(parameter).max(50).default([]) };
/** What is under way may be stopped; without it the workspace is not left meanwhile. */
const leaving = { stop: z.boolean().optional() };
const turn = z.number().int().nonnegative();
const progressing = z.strictObject({ share: z.number() });

/** Everything the window may ask of the host. `campaign` inputs are whole documents, so that unsaved edits count too. */
export const contract = {
  'app.hello': {
    input: nothing,
    output: z.strictObject({ version: z.string(), shell: z.enum(['electron', 'web', 'test']), home: z.string() }),
  },
  'app.recent': {
    input: nothing,
    output: z.array(report.recentWorkspace),
  },
  'app.forgetRecent': { input: z.strictObject({ folder }), output: nothing },

  'workspace.create': {
    input: z.strictObject({
      folder,
      name,
      sample: z.strictObject({ customers: z.number().int().min(10).max(10_000_000) }).optional(),
      ...leaving,
    }),
    output: report.workspaceSummary,
    progress: z.strictObject({ stage: z.string(), share: z.number() }),
  },
  'workspace.open': { input: z.strictObject({ folder, ...leaving }), output: report.workspaceSummary },
  'workspace.close': { input: z.strictObject(leaving), output: nothing },
  /** Answers once nothing is under way that leaving the workspace would cut off. */
  'workspace.idle': { input: nothing, output: nothing },
  'workspace.current': { input: nothing, output: report.workspaceSummary.nullable() },
  'workspace.engine': { input: nothing, output: report.engineState },
  /** Drops every kept worktable; what was counted stays known. */
  'workspace.freeWorktables': { input: nothing, output: report.engineState },
  'workspace.settings': { input: nothing, output: workspace },
  'workspace.saveSettings': { input: z.strictObject({ workspace }), output: nothing },
  'workspace.exportText': { input: z.strictObject({ folder }), output: textExport },
  'workspace.importText': {
    input: z.strictObject({ folder, remove: z.boolean().optional(), look: z.boolean().optional() }),
    output: textImport,
  },

  'files.upload': {
    input: z.strictObject({
      name: z.string().min(1).max(255),
      upload: id,
      offset: z.number().int().nonnegative(),
      bytes: z.instanceof(Uint8Array),
    }),
    output: z.strictObject({ path: z.string() }),
  },

  'import.preview': {
    input: z.strictObject({ path: z.string().min(1), ...readAs.shape, entity: name.optional() }),
    output: dataReport.importPreview,
  },
  'import.parts': { input: z.strictObject({ path: z.string().min(1), ...readAs.shape }), output: dataReport.fileParts },
  'import.try': {
    input: z.strictObject({ source: fileSource, columns: z.array(fileColumn).min(1), key: z.array(name) }),
    output: dataReport.triedReading,
  },
  'import.run': {
    input: z.strictObject({ recipe: fileRecipe, labels: z.array(labelling).optional(), dryRun: z.boolean().optional() }),
    output: dataReport.importSummary,
    progress: dataReport.importProgress,
  },
  'import.refresh': {
    input: z.strictObject({ entities: z.array(name).min(1).optional(), dryRun: z.boolean().optional() }),
    output: z.array(dataReport.refreshed),
    progress: dataReport.importProgress.extend({ entity: name }),
  },
  'import.rejects': { input: z.strictObject({ entity: name, ...window }), output: report.rowsPage },

  'model.read': { input: nothing, output: dataModel },
  'model.loadDdl': {
    input: z.strictObject({ sql: z.string().max(5_000_000), dryRun: z.boolean().optional() }),
    output: dataReport.ddlReport,
  },
  'model.proposeLinks': {
    input: z.strictObject({ entity: z.string().optional() }),
    output: z.array(dataReport.linkProposal),
    progress: dataReport.linkProgress,
  },
  'model.measureLink': { input: z.strictObject({ link }), output: dataReport.linkProposal },
  'model.saveLink': { input: z.strictObject({ link }), output: nothing },
  'model.removeLink': { input: z.strictObject({ from: name, name, force: z.boolean().optional() }), output: nothing },
  'model.usedBy': { input: z.strictObject({ of: usable }), output: z.array(use) },
  'entity.rows': { input: z.strictObject({ entity: name, ...window, ...sorted }), output: report.rowsPage },
  'entity.columns': { input: z.strictObject({ entity: name }), output: z.array(report.columnProfile), progress: report.columnProfile },
  'entity.saveAttribute': {
    input: z.strictObject({
      entity: name,
      attribute: attribute.pick({ name: true, description: true, personal: true, derived: true }),
    }),
    output: nothing,
  },
  'entity.measureKey': { input: z.strictObject({ entity: name, key: z.array(name).min(1) }), output: dataReport.measuredKey },
  'entity.saveKey': { input: z.strictObject({ entity: name, key: z.array(name).min(1) }), output: nothing },
  'entity.removeAttribute': { input: z.strictObject({ entity: name, attribute: name }), output: nothing },
  'entity.tryDerivation': {
    input: z.strictObject({ entity: name, attribute: name, derived: derivation }),
    output: z.strictObject({ type: z.enum(dataTypes), sample: report.rowsPage }),
  },
  'model.reconcile': { input: nothing, output: dataReport.reconciliation, progress: dataReport.reconciliation },
  'entity.query': { input: z.strictObject({ entity: name }), output: queryRecipe.pick({ sql: true, parameters: true }) },
  'entity.health': { input: nothing, output: z.array(dataReport.entityHealth) },
  'entity.remove': { input: z.strictObject({ entity: name, force: z.boolean().optional() }), output: nothing },

  'campaign.list': { input: nothing, output: z.array(campaign) },
  'campaign.save': { input: z.strictObject({ campaign, edits: journalLines.optional() }), output: nothing },
  'campaign.unusedId': { input: z.strictObject({ like: id }), output: z.strictObject({ id }) },
  'campaign.journal': journalOf,
  'campaign.look': { input: z.strictObject({ id }), output: z.strictObject({ look: look.optional() }) },
  'campaign.keepLook': { input: z.strictObject({ id, look }), output: nothing },
  'campaign.remove': { input: z.strictObject({ id, force: z.boolean().optional() }), output: nothing },
  'campaign.memory': { input: z.strictObject({ id }), output: z.array(remembered) },
  'campaign.forget': { input: z.strictObject({ id, activity: id.optional() }), output: nothing },
  'campaign.check': { input: z.strictObject(atMoment), output: z.array(problem) },
  'campaign.count': { input: z.strictObject(atMoment), output: report.countReport, progress: report.countProgress },
  'campaign.sql': { input: z.strictObject(atMoment), output: z.array(report.stepSql) },
  'campaign.why': {
    input: z.strictObject({ ...atMoment, key: z.array(z.string()).min(1).max(20), entity: name.optional() }),
    output: whyReport,
  },
  'campaign.log': { input: z.strictObject({ id }), output: z.array(work) },
  'campaign.waterfall': { input: z.strictObject({ ...atMoment, activity: id }), output: waterfall },
  'campaign.rehearse': { input: z.strictObject(atMoment), output: report.rehearsal, progress: report.countProgress },
  'campaign.run': {
    input: z.strictObject({ id, ...basis }),
    output: z.strictObject({ run: id, deliveries: z.array(report.deliverySummary), exports: z.array(z.string()) }),
    progress: z.strictObject({ stage: z.string(), share: z.number() }),
  },
  'campaign.ran': { input: nothing, output: z.array(report.ranCampaign) },
  'campaign.export': {
    input: z.strictObject({ id, message: id.optional(), ...basis, folder: folder.optional() }),
    output: z.array(report.exportSummary),
    progress: z.strictObject({ stage: z.string(), share: z.number() }),
  },

  'audience.list': { input: nothing, output: z.array(audience) },
  'audience.save': { input: z.strictObject({ audience, force: z.boolean().optional() }), output: nothing },
  'audience.remove': { input: z.strictObject({ id, force: z.boolean().optional() }), output: nothing },
  'audience.diff': { input: z.strictObject({ ...change.shape, asOf: asOf.optional() }), output: report.audienceDiff },
  'audience.overlap': { input: z.strictObject({ audiences: overlapped, asOf: asOf.optional() }), output: report.audienceOverlap },
  'audience.saveRegion': { input: z.strictObject({ ...region.shape, id, name }), output: z.strictObject({ audience }) },
  'audience.count': { input: z.strictObject({ id, asOf: asOf.optional() }), output: z.strictObject({ rows: z.number().int() }) },

  'filter.list': { input: nothing, output: z.array(filter) },
  'filter.save': { input: z.strictObject({ filter, force: z.boolean().optional() }), output: nothing },
  'filter.breaks': { input: z.strictObject({ filter }), output: z.array(broken) },
  'filter.remove': { input: z.strictObject({ id, force: z.boolean().optional() }), output: nothing },

  'population.rows': {
    input: z.strictObject({
      ...rowsOf,
      fields: z.array(field).max(50).optional(),
      filters: z.array(fieldFilter).max(50).optional(),
      ...window,
      ...sorted,
    }),
    output: report.rowsPage,
  },
  'population.fields': { input: z.strictObject(rowsOf), output: report.fieldList },
  'population.tellingField': { input: z.strictObject(rowsOf), output: field.nullable() },
  'population.column': { input: z.strictObject({ ...rowsOf, field }), output: report.columnProfile },
  'population.values': {
    input: z.strictObject({
      ...rowsOf,
      field,
      search: z.string().max(1000).optional(),
      sort: z.strictObject({ by: z.enum(report.valueOrders), descending: z.boolean() }).optional(),
      ...window,
    }),
    output: report.valueList,
  },
  'population.histogram': {
    input: z.strictObject({ ...rowsOf, field, bins: z.number().int().min(1).max(200), method: z.enum(report.binMethods) }),
    output: report.histogram,
  },
  'population.profile': {
    input: z.strictObject({ ...rowsOf, base: population.optional(), fields: z.array(field).max(200).optional() }),
    output: report.audienceProfile,
    progress: z.strictObject({ done: z.number().int(), fields: z.number().int(), profile: report.audienceProfile }),
  },
  'population.save': {
    input: z.strictObject({
      ...rowsOf,
      audience: id,
      name: name.optional(),
      mode: saveAudience.shape.mode,
      columns: z.array(name).optional(),
      dryRun: z.boolean().optional(),
    }),
    output: z.strictObject({ change: report.saveChange, audience: audience.optional() }),
  },

  'rule.toSql': {
    input: z.strictObject({ entity: name, rule, variables: z.array(variable).default([]) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sql'), sql: z.string() }),
      z.strictObject({ kind: z.literal('problems'), problems: z.array(problem) }),
    ]),
  },
  'rule.fromSql': {
    input: z.strictObject({ sql: z.string().min(1).max(100_000), entity: name.optional(), variables: z.array(variable).default([]) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('rule'), entity: name, rule }),
      z.strictObject({ kind: z.literal('sql'), problems: z.array(problem), kept: rule.optional() }),
    ]),
  },

  'sql.run': {
    input: z.strictObject({ ...written, limit: window.limit }),
    output: z.strictObject({
      page: report.rowsPage,
      at: instant,
      milliseconds: z.number(),
      read: z.array(dataState),
      asOf: instant,
      meaning: z.string(),
    }),
    progress: progressing,
  },
  'sql.meaning': { input: z.strictObject({ ...written, asOf: instant }), output: z.strictObject({ meaning: z.string() }) },
  'sql.query': { input: z.strictObject({ ...written, ...window, ...sorted }), output: z.strictObject({ page: report.rowsPage }) },
  'sql.describe': { input: z.strictObject(written), output: z.array(writtenColumn) },
  'sql.bind': { input: z.strictObject(written), output: z.strictObject({ sql: z.string() }) },
  'sql.explain': { input: z.strictObject({ ...written, measure: z.boolean() }), output: sqlPlan, progress: progressing },
  'sql.chart': { input: z.strictObject({ ...written, chart }), output: chartData, progress: progressing },
  'sql.functions': { input: nothing, output: z.array(sqlFunction) },
  'sql.saveFile': {
    input: z.strictObject({
      ...written,
      name: z.string().regex(/^[^\\/:*?"<>|\p{Cc}.][^\\/:*?"<>|\p{Cc}]{0,119}$/u),
      format: z.enum(sqlFileFormats),
      folder: folder.optional(),
      replace: z.boolean(),
    }),
    output: sqlFile,
    progress: progressing,
  },
  'sql.saveEntity': {
    input: z.strictObject({ ...written, name, key: z.array(name).min(1), replace: z.boolean().optional() }),
    output: z.strictObject({ rows: z.number().int().nonnegative() }),
    progress: progressing,
  },
  /** `turn` tells apart what a window was told of the desk, which other windows write too. */
  'sql.desk': { input: nothing, output: z.strictObject({ desk: desk.nullable(), turn }) },
  /** `seen`: the last turn the window was told. Answers with the desk with what others wrote, and the tabs that both changed. */
  'sql.saveDesk': {
    input: z.strictObject({ desk, seen: turn }),
    output: z.strictObject({ desk, turn, both: z.array(name) }),
  },
  'sql.statements': {
    input: z.strictObject({ search: z.string().max(1000), ...window }),
    output: z.strictObject({ statements: z.array(statement), total: z.number().int().nonnegative() }),
  },
  'sql.forgetStatements': { input: nothing, output: nothing },

  'query.list': { input: nothing, output: z.array(query) },
  'query.save': { input: z.strictObject({ query }), output: nothing },
  'query.remove': { input: z.strictObject({ id }), output: nothing },

  'undo.peek': { input: z.strictObject({ place: undoPlace }), output: undoable },
  'undo.walk': { input: z.strictObject({ place: undoPlace, direction: undoDirection }), output: toldStep },

  'endpoint.list': { input: nothing, output: z.array(endpoint) },
  'endpoint.save': { input: z.strictObject({ endpoint, secret: z.string().min(1).optional() }), output: nothing },
  'endpoint.remove': { input: z.strictObject({ id }), output: nothing },
  'delivery.list': { input: nothing, output: z.array(report.deliverySummary) },
  'delivery.exports': { input: nothing, output: z.array(report.mailPackage) },
  'delivery.sync': {
    input: z.strictObject({ endpoint: id, folders: z.array(z.string()).optional() }),
    output: z.array(report.deliverySummary),
    progress: report.syncProgress,
  },
} as const satisfies Contract;

export type MusterContract = typeof contract;
