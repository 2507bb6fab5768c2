import { Argument, type Command, Option } from 'commander';
import { saveAudience } from '../../../core/model/activity';
import { changeParts } from '../../../core/model/population';
import { diff } from '../audience/diff';
import { overlap } from '../audience/overlap';
import { profile } from '../audience/profile';
import { countMembers, showMembers } from '../audience/read';
import type { Asked, AudienceOptions } from '../audience/request';
import { save } from '../audience/save';
import { remove, showUses } from '../audience/uses';
import { asOfOption, described, engineOption, names, wholeNumber } from '../options';
import { type Outcome, perform } from '../perform';
import { withWorkspace } from '../with-workspace';

const verbs = {
  count: countMembers,
  rows: showMembers,
  save,
  remove,
  diff,
  overlap,
  profile,
  'used-by': showUses,
} satisfies Record<string, (asked: Asked) => Promise<Outcome>>;
type Verb = keyof typeof verbs;

export function addAudience(program: Command): void {
  described(program.command('audience'), 'count, read, save, compare or remove an audience')
    .argument('<workspace>')
    .argument('<name>', 'id or name')
    .addArgument(new Argument('<action>').choices(Object.keys(verbs)))
    .option('--limit <n>', 'rows: how many', wholeNumber(1, 2000), 100)
    .option('--offset <n>', 'rows: how many to pass over', wholeNumber(0, Number.MAX_SAFE_INTEGER), 0)
    .option('--fields <A,B>', 'rows: shown beside the key; profile: which ones; a linked one as store.town', names)
    .option('--sort <field>', 'rows: by this field')
    .option('--descending', 'rows: the last first')
    .option('--file <file>', 'save: an audience file')
    .option('--sql <query>', 'save: what selects its members')
    .option('--dimension <entity>', 'save: the entity that --sql selects')
    .option('--from <audience|instant>', 'save: keep the members that audience has now; diff: the earlier moment')
    .addOption(new Option('--mode <mode>', 'save --from').choices(saveAudience.shape.mode.options))
    .option('--columns <A,B>', 'save --from: kept beside the key', names)
    .option('--dry-run', 'save --from: only tell what would change')
    .option('--against <audience>', 'diff, profile: the audience to compare with')
    .addOption(new Option('--part <part>', 'diff: show its rows').choices(changeParts))
    .option('--with <A,B>', 'overlap: the other audiences', names)
    .option('--region <A,B>', 'overlap: show the rows that are in just these', names)
    .option('--save <id>', 'overlap --region: keep them as an audience')
    .option('--live', 'overlap --save: as a rule')
    .option('--force', 'remove, save: even where others would have errors by it')
    .addOption(asOfOption())
    .addOption(engineOption())
    .action((folder: string, name: string, verb: Verb, options: AudienceOptions) =>
      perform(options, (io) => withWorkspace(folder, options, io, (ctx) => verbs[verb]({ ctx, name, options, io }))),
    );
}
