import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Audience } from '../../../core/model/audience';
import type { Campaign } from '../../../core/model/campaign';
import type { Endpoint } from '../../../core/model/endpoint';
import type { Filter } from '../../../core/model/filter';
import type { Query } from '../../../core/model/query';
import { campaignFiles } from '../../../core/text/campaign-files';
import { jsonText } from '../../../core/text/json-text';
import { takeTexts } from '../../../core/text/long-texts';
import { muster } from '../support/sample-workspace';

export interface Documents {
  campaigns?: readonly Campaign[];
  audiences?: readonly Audience[];
  filters?: readonly Filter[];
  queries?: readonly Query[];
  endpoints?: readonly Endpoint[];
}

/** Adds documents to a workspace by way of its text project. */
export function addDocuments(workspace: string, { campaigns = [], ...others }: Documents): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-documents-'));
  try {
    muster('text', 'export', workspace, folder);
    const files = [
      ...campaigns.flatMap((campaign) => campaignFiles(campaign, `campaigns/${campaign.id}`)),
      ...Object.entries(others).flatMap(([kind, documents]) =>
        documents.flatMap((document) => filesOf(`${kind}/${document.id}`, document)),
      ),
    ];
    for (const [file, text] of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    muster('text', 'import', workspace, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesOf(at: string, document: object): [path: string, text: string][] {
  const { rest, texts } = takeTexts({ ...document });
  return [[`${at}.json`, jsonText(rest)], ...[...texts].map(([ending, text]): [string, string] => [at + ending, text])];
}
