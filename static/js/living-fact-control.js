/* The control of the rich text editor for living facts: it opens their chooser, and keeps what is chosen as one entity,
   which shows what it prints at present. */

(() => {
  const { createElement } = window.React;
  const { EditorState, Modifier } = window.DraftJS;

  class FactSource extends window.draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.factChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    /* Unlike a link, a fact has words of its own, which nobody can type into; one that the caret is in is replaced. */
    onChosen(fact) {
      const { editorState, entity, entityKey, entityType, onComplete } = this.props;
      const content = editorState.getCurrentContent().createEntity(entityType.type, "IMMUTABLE", fact);
      const isReplaced = entity && entity.getType() === entityType.type;
      const place = isReplaced
        ? window.draftail.DraftUtils.getEntitySelection(editorState, entityKey)
        : editorState.getSelection();
      const style = editorState.getCurrentInlineStyle();
      const put = Modifier.replaceText(content, place, fact.words, style, content.getLastCreatedEntityKey());
      this.workflow.close();
      onComplete(EditorState.push(editorState, put, "insert-characters"));
    }
  }

  const Fact = (props) => {
    const { words, now } = props.contentState.getEntity(props.entityKey).getData();
    const icon = createElement(window.wagtail.components.Icon, { name: now ? "rotate" : "warning" });
    const shown = createElement(window.draftail.TooltipEntity, { ...props, icon, label: words || "", url: null });
    return createElement("span", { className: "living-fact", "data-now": now || "–" }, shown);
  };

  window.draftail.registerPlugin({ type: "FACT", source: FactSource, decorator: Fact }, "entityTypes");
})();
