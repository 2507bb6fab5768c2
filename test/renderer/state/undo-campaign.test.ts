import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Language } from '../../../core/base/codes';
import { undoLabel } from '../../../core/history/history';
import type { Campaign } from '../../../core/model/campaign';
import * as notes from '../../../renderer/features/campaign/annotations/actions';
import * as canvas from '../../../renderer/features/campaign/canvas/actions';
import { changeActivity, connect, disconnect, reconnect } from '../../../renderer/features/campaign/edits';
import { excerptOf, pasteExcerpt, readExcerpt } from '../../../renderer/features/campaign/excerpts';
import { activityTypes } from '../../../renderer/features/campaign/kinds';
import { withArrow } from '../../../renderer/state/arrows';
import {
  asStep,
  closeCampaign,
  edit,
  openCampaign,
  redo,
  saveNow,
  select,
  showCampaignAsSaved,
  undo,
  useCampaign,
} from '../../../renderer/state/campaign';
import { useData } from '../../../renderer/state/data';
import { useSayings } from '../../../renderer/state/failures';
import { connectHost } from '../../../renderer/state/host';
import type { Selection } from '../../../renderer/state/look';
import { type Text, texts } from '../../../renderer/text/use-text';
import { openHost, type TestHost } from '../../support/host';
import { campaign, model } from '../flow-document';

let host: TestHost;
beforeEach(async () => {
  host = await openHost();
  const { call } = host.client;
  connectHost((method, input, options) => call(method, input, options));
  await call('workspace.create', { folder: host.at('w'), name: 'Undo' });
  await call('campaign.save', { campaign });
  useData.setState({ model });
  await open();
});
afterEach(async () => {
  await closeCampaign();
  await host.close();
});

const present = (): Campaign => useCampaign.getState().campaign ?? expect.fail('no campaign is open');
const saved = async (): Promise<Campaign> => (await host.client.call('campaign.list', {}))[0] ?? expect.fail('no campaign is saved');
const open = async () => openCampaign(await saved(), { counting: 'c', keeping: '', elsewhere: 'e' }, () => true);

/** As another start of the app, which knows only what is on disk. */
async function startAgain(): Promise<void> {
  await closeCampaign();
  await host.client.call('workspace.close', {});
  await host.client.call('workspace.open', { folder: host.at('w') });
  await open();
}

const into = { from: 'a', output: 'out', to: 'c', input: 0 };
const intoMail = { from: 'c', output: 'out', to: 'mail', input: 0 };
const noteId = () => Object.keys(present().notes ?? {})[0] ?? expect.fail('no note');
const groupId = () => Object.keys(present().groups ?? {})[0] ?? expect.fail('no group');
const activity = (id: string) => present().flow.activities.find((a) => a.id === id) ?? expect.fail(id);

const on = (chosen: () => Selection, change: () => void) => () => {
  select(chosen());
  change();
};

/** Every kind of edit there is of a campaign, in an order in which each finds what it needs. */
const edits = (t: Text): [string, () => void][] => [
  ...activityTypes.map((type): [string, () => void] => [`add ${type}`, () => canvas.add(type, t)]),
  ['add behind', () => canvas.add('sample', t, { after: { from: 'z', output: 'out' } })],
  ['add into', () => canvas.add('sample', t, { into })],
  ['connect', () => edit(t.campaign.edits.connect, (c) => connect(c, 'z', 'out', 'c'))],
  ['reconnect', () => edit(t.campaign.edits.reconnect, (c) => reconnect(c, intoMail, 'z', 'out', 'mail'))],
  ['disconnect', () => edit(t.campaign.edits.disconnect, (c) => disconnect(c, c.flow.transitions.slice(0, 1)))],
  ['label', () => edit(t.campaign.edits.change('a'), (c) => changeActivity(c, { ...activity('a'), label: 'Buyers' }))],
  ['move condition', () => asStep(t.campaign.edits.moveCondition, () => edit('other', (c) => ({ ...c, description: 'x' })))],
  ['rest', () => canvas.passOnRest('b', t)],
  ['move', () => notes.moveTo({ a: { x: 7, y: 9 } }, new Map(), t.campaign.edits.move('a'), true)],
  ['tidy', () => canvas.tidyAll(t)],
  [
    'align',
    on(
      () => ({ activities: ['a', 'b', 'mail'] }),
      () => canvas.alignSelected('left', t),
    ),
  ],
  [
    'disable',
    on(
      () => ({ activities: ['a', 'b'] }),
      () => canvas.toggleSelected(t),
    ),
  ],
  ['enable', () => canvas.toggleSelected(t)],
  ['duplicate', () => canvas.duplicateSelected(t)],
  ['note', () => notes.addNote(t)],
  ['write note', () => notes.changeNote(noteId(), { text: 'Ask Ana', role: 'question' }, t)],
  ['resize note', () => notes.resizeNote(noteId(), { x: 1, y: 2, width: 300, height: 90 }, t)],
  [
    'group',
    on(
      () => ({ activities: ['a', 'b'], annotations: [noteId()] }),
      () => notes.groupSelected(t),
    ),
  ],
  ['drag into a group', () => notes.moveTo({ mail: { x: 0, y: 0 } }, new Map([['mail', groupId()]]), t.campaign.edits.move('mail'), true)],
  ['title of a group', () => notes.renameGroup(groupId(), 'Autumn', t)],
  ['collapse', () => notes.fold([groupId()], true, t)],
  ['expand', () => notes.fold([groupId()], false, t)],
  ['take out', () => notes.takeOut('mail', t)],
  [
    'delete',
    on(
      () => ({ activities: ['a'], annotations: [noteId()] }),
      () => canvas.removeSelected(t),
    ),
  ],
  [
    'cut',
    on(
      () => ({ activities: ['mail'] }),
      () => canvas.removeSelected(t, t.campaign.edits.cut),
    ),
  ],
  [
    'paste',
    () => {
      const chosen = { activities: ['b', 'c'], notes: [], groups: [] };
      const read = readExcerpt(JSON.stringify(excerptOf(present(), chosen))) ?? expect.fail('cannot be pasted');
      edit(t.campaign.edits.paste('2'), (c) => pasteExcerpt(c, read).campaign);
    },
  ],
  [
    'ungroup',
    on(
      () => ({ activities: [], annotations: [groupId()] }),
      () => notes.ungroupSelected(t),
    ),
  ],
  ['name', () => edit(t.campaign.edits.change(t.campaign.title), (c) => ({ ...c, name: 'Summer' }), 'campaign/name')],
  ['seed', () => edit(t.campaign.edits.change(t.campaign.title), (c) => ({ ...c, seed: 'other' }), 'campaign/seed')],
  ['control', () => edit(t.campaign.edits.change(t.campaign.title), (c) => ({ ...c, control: { share: 0.1 } }), 'campaign/control')],
  [
    'variables',
    () =>
      edit(t.campaign.edits.change(t.variables.title), (c) => ({ ...c, variables: [{ name: 'season', type: 'text', value: 'autumn' }] })),
  ],
];

const labels: Partial<Record<Language, (string | undefined)[]>> = {};

test.each<Language>(['en', 'es'])(
  'every kind of edit has a label (%s), is one step and comes back exactly, also after a restart',
  async (language) => {
    const moments: Campaign[] = [present()];
    const said: (string | undefined)[] = [];
    for (const [what, change] of edits(texts[language])) {
      change();
      expect(present(), what).not.toEqual(moments.at(-1));
      moments.push(present());
      const { history } = useCampaign.getState();
      said.push(history ? undoLabel(history) : undefined);
      expect(said.at(-1), what).toMatch(/\S/);
    }
    labels[language] = said;
    await saveNow();
    const back = () => {
      for (const moment of moments.slice(0, -1).reverse()) {
        undo();
        expect(present()).toEqual(moment);
      }
    };
    const forth = () => {
      for (const moment of moments.slice(1)) {
        redo();
        expect(present()).toEqual(moment);
      }
    };
    back();
    forth();
    await startAgain();
    expect(present()).toEqual(moments.at(-1));
    back();
    undo();
    expect(present()).toEqual(campaign);
    await startAgain();
    expect(await saved()).toEqual(campaign);
    forth();
  },
);

test('labels are words of the language', () => {
  const { en = [], es = [] } = labels;
  expect(en.length).toBe(es.length);
  expect(en.filter((label, i) => label === es[i])).toEqual([]);
});

test('every drag is a step, and a walk by arrow keys is one', () => {
  const to = (x: number, dragged: boolean) => notes.moveTo({ a: { x, y: 0 } }, new Map(), 'move', dragged);
  for (const x of [10, 20]) to(x, true);
  for (const x of [21, 22, 23]) to(x, false);
  const spots = [present().layout.a?.x];
  for (let n = 0; n < 3; n++) {
    undo();
    spots.push(present().layout.a?.x);
  }
  expect(spots).toEqual([23, 20, 10, undefined]);
});

test('of two arrows of one output the selected one is removed or led elsewhere, and its activity is not what is selected then', () => {
  const t = texts.en;
  const arrows = () => present().flow.transitions;
  const other = { from: 'c', output: 'out', to: 'z', input: 0 };
  edit('connect', (c) => ({ ...c, flow: { ...c.flow, activities: c.flow.activities, transitions: [...c.flow.transitions, other] } }));
  const before = arrows();
  select(withArrow(intoMail));
  canvas.disconnectSelected(t);
  expect(arrows()).toEqual(before.filter((arrow) => arrow.to !== 'mail'));
  expect(useCampaign.getState().selection).toEqual({ activities: ['c'], output: 'out' });
  canvas.leadArrow(other, 'mail', t);
  expect(arrows().at(-1)).toEqual(intoMail);
  expect(useCampaign.getState().selection).toEqual(withArrow(intoMail));
  canvas.leadArrow(intoMail, 'a', t);
  expect(arrows().at(-1)).toEqual(intoMail);
});

test('what could never be saved is refused at once, and the rest is saved', async () => {
  const t = texts.en;
  edit('name', (c) => ({ ...c, name: 'Spring\tsale' }));
  edit('note', (c) => changeActivity(c, { ...activity('a'), note: 'x'.repeat(4001) }));
  expect(present()).toEqual(campaign);
  expect(useSayings.getState().shown.map((s) => s.problem?.code)).toEqual(['bad-document', 'bad-document']);
  canvas.add('sample', t);
  await saveNow();
  expect(await saved()).toEqual(present());
});

test('what another window saved meanwhile stays, and is shown when asked for', async () => {
  const other = host.window();
  await other.call('workspace.current', {});
  await other.call('campaign.save', { campaign: { ...campaign, name: 'Theirs' } });
  edit('name', (c) => ({ ...c, name: 'Mine' }));
  await expect(saveNow()).rejects.toMatchObject({ code: 'campaign-changed-elsewhere' });
  expect(useCampaign.getState().saved).toBe('failed');
  await expect(closeCampaign()).rejects.toMatchObject({ code: 'campaign-changed-elsewhere' });
  await open();
  expect([present().name, useCampaign.getState().saved]).toEqual(['Mine', 'failed']);
  expect((await saved()).name).toBe('Theirs');
  await showCampaignAsSaved();
  expect(present().name).toBe('Theirs');
  edit('name', (c) => ({ ...c, name: 'Mine' }));
  await saveNow();
  expect((await saved()).name).toBe('Mine');
});
