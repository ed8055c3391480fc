import { useId } from 'preact/hooks';
import { useDesk } from './desk-ports';

/** Where the toolbar button opens the desk. */
export function PlaceChoice() {
  const { t, places, settings, changeSettings } = useDesk();
  const id = useId();
  return (
    <fieldset class="place-choice">
      <legend>{t('place.toolbarButton')}</legend>
      {places.map((place) => (
        <label class="check" key={place}>
          <input
            type="radio"
            name={id}
            checked={settings.value.toolbarPlace === place}
            onChange={() => changeSettings({ toolbarPlace: place })}
          />
          {t(`place.${place}`)}
        </label>
      ))}
    </fieldset>
  );
}
