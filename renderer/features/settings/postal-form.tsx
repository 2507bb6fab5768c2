import type { PostalAddress } from '../../../core/model/message';
import { useText } from '../../text/use-text';
import { AttributeList, AttributePick, OptionalPick } from './attribute-picks';

/** How a person's postal address is read from its attributes. */
export function PostalForm({
  entity,
  postal,
  onChange,
}: {
  entity: string;
  postal: PostalAddress;
  onChange: (postal: PostalAddress) => void;
}) {
  const t = useText();
  const set = (part: Partial<PostalAddress>) => onChange({ ...postal, ...part });
  return (
    <div className="settings-part column">
      <div className="row top">
        <AttributeList
          label={t.settings.postalName}
          {...(postal.name.length === 0 && { hint: t.settings.noPostalName })}
          least={0}
          entity={entity}
          value={postal.name}
          onChange={(name) => set({ name })}
        />
        <AttributeList label={t.settings.postalLines} least={1} entity={entity} value={postal.lines} onChange={(lines) => set({ lines })} />
      </div>
      <div className="row top">
        <AttributePick label={t.settings.postcode} entity={entity} value={postal.postcode} onChange={(postcode) => set({ postcode })} />
        <AttributePick label={t.settings.city} entity={entity} value={postal.city} onChange={(city) => set({ city })} />
      </div>
      <div className="row top">
        <OptionalPick label={t.settings.region} entity={entity} value={postal.region} onChange={(region) => set({ region })} />
        <AttributePick
          label={t.settings.country}
          hint={t.settings.countryHint}
          entity={entity}
          value={postal.country}
          onChange={(country) => set({ country })}
        />
      </div>
    </div>
  );
}
